using Checkpoint.Passages;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Passages;

public sealed class PassageInboxTests
{
    static readonly PassageInput Tick = new PassageInput.Ticked(TimeSpan.Zero);

    readonly PassageInbox inbox = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Samples_and_ticks_over_the_limit_are_dropped_and_counted()
    {
        for (var i = 0; i < PassageInbox.Limit; i++)
            inbox.Offer(Tick);
        inbox.Dropped.ShouldBe(0);

        inbox.Offer(Tick);
        inbox.Offer(Tick);

        inbox.Dropped.ShouldBe(2);
    }

    [Fact]
    public async Task What_happens_once_waits_for_room()
    {
        for (var i = 0; i < PassageInbox.Limit; i++)
            inbox.Offer(Tick);

        var posted = inbox.PostAsync(new PassageInput.Left(TimeSpan.Zero), Cancel).AsTask();
        posted.IsCompleted.ShouldBeFalse();
        inbox.Inputs.TryRead(out _).ShouldBeTrue();

        await posted.WaitAsync(Eventually.Deadline, Cancel);
        inbox.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task Inputs_come_out_in_the_order_they_were_posted()
    {
        PassageInput[] inputs = [Tick, new PassageInput.Left(TimeSpan.Zero), new PassageInput.Sampled(TimeSpan.Zero, Some.Reading())];

        inbox.Offer(inputs[0]);
        await inbox.PostAsync(inputs[1], Cancel);
        inbox.Offer(inputs[2]);
        inbox.Close();

        (await inbox.Inputs.ReadAllAsync(Cancel).ToListAsync(Cancel)).ShouldBe(inputs);
    }
}
