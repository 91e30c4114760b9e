using Checkpoint.Devices;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Signals;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Operations;

public sealed class SlowStoreWatchTests : IDisposable
{
    readonly ManualClock time = new(GateClock.BuiltAfter.AddDays(1));
    readonly OutboxInbox outbox = new(GateClock.OfThisMachine(), NullLogger<OutboxInbox>.Instance);
    readonly Shown shown = new();
    readonly GateLight light;
    readonly SlowStoreWatch watch;

    public SlowStoreWatchTests()
    {
        light = new(shown, new RecordedSpeaker(), new GateView(), time);
        watch = new(light, outbox, time, NullLogger<SlowStoreWatch>.Instance);
    }

    public void Dispose() => watch.Dispose();

    [Fact]
    public void A_disk_that_takes_its_time_has_the_person_wait_and_raises_an_alarm()
    {
        light.BeginWriting();
        time.Advance(SlowStoreWatch.SlowFrom - TimeSpan.FromMilliseconds(1));
        watch.Look();
        shown.Kinds.ShouldBeEmpty();

        time.Advance(TimeSpan.FromMilliseconds(1));
        watch.Look();
        watch.Look();

        shown.Kinds.ShouldBe([SignalKind.StillWriting]);
        outbox.PeekAlarm().ShouldNotBeNull().Kind.ShouldBe(AlarmKind.StoreSlow);
        watch.IsSlow.ShouldBeTrue();
    }

    [Fact]
    public void Once_it_is_written_nothing_speaks_of_writing_any_more()
    {
        light.BeginWriting();
        time.Advance(SlowStoreWatch.SlowFrom);
        light.EndWriting();

        watch.Look();

        shown.Kinds.ShouldBeEmpty();
        outbox.PeekAlarm().ShouldBeNull();
    }

    [Fact]
    public void One_alarm_an_hour_is_enough_and_the_health_page_forgets_after_ten_minutes()
    {
        Slow();
        outbox.Forget(outbox.PeekAlarm()!);

        time.Advance(SlowStoreWatch.RememberedFor);
        watch.IsSlow.ShouldBeFalse();
        Slow();
        outbox.PeekAlarm().ShouldBeNull();

        time.Advance(SlowStoreWatch.AlarmAgainAfter);
        Slow();
        outbox.PeekAlarm().ShouldNotBeNull();
    }

    void Slow()
    {
        light.BeginWriting();
        time.Advance(SlowStoreWatch.SlowFrom);
        watch.Look();
        light.EndWriting();
    }

    sealed class Shown : IIndicator
    {
        public List<SignalKind> Kinds { get; } = [];

        public void Show(Signal signal) => Kinds.Add(signal.Kind);
    }
}
