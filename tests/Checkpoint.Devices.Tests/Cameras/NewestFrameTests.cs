using System.Threading.Channels;

namespace Checkpoint.Devices.Cameras;

public sealed class NewestFrameTests
{
    readonly NewestFrame frames = new(1);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_that_nobody_took_are_dropped()
    {
        foreach (var value in (byte[])[1, 2, 3])
            Fill(value);

        (await frames.TakeAsync(Cancel)).ToArray().ShouldBe([3]);
        frames.TakeAsync(Cancel).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_frame_that_was_taken_stays_as_it_is_while_others_come()
    {
        Fill(1);
        var taken = await frames.TakeAsync(Cancel);

        foreach (var value in (byte[])[2, 3, 4, 5])
            Fill(value);

        taken.ToArray().ShouldBe([1]);
        (await frames.TakeAsync(Cancel)).ToArray().ShouldBe([5]);
    }

    [Fact]
    public async Task Who_waits_gets_the_next_frame()
    {
        var next = frames.TakeAsync(Cancel).AsTask();

        next.IsCompleted.ShouldBeFalse();
        Fill(7);

        (await next).ToArray().ShouldBe([7]);
    }

    [Fact]
    public async Task The_last_frame_is_still_taken_and_then_the_end_is_told()
    {
        Fill(9);
        frames.End(new IOException("unplugged"));

        (await frames.TakeAsync(Cancel)).ToArray().ShouldBe([9]);
        var error = await Should.ThrowAsync<ChannelClosedException>(() => frames.TakeAsync(Cancel).AsTask());
        error.InnerException.ShouldBeOfType<IOException>().Message.ShouldBe("unplugged");
    }

    void Fill(byte value)
    {
        frames.Filling.Span[0] = value;
        frames.Publish();
    }
}
