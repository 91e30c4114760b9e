using Checkpoint.Edge.Outbox;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Operations;

public sealed class MemoryWatchTests : IDisposable
{
    readonly OutboxInbox outbox = new(GateClock.OfThisMachine(), NullLogger<OutboxInbox>.Instance);
    readonly MemoryWatch watch;
    long resident;

    public MemoryWatchTests() => watch = new(() => resident, outbox, TimeProvider.System, NullLogger<MemoryWatch>.Instance);

    public void Dispose() => watch.Dispose();

    [Theory]
    [InlineData(MemoryWatch.Limit, false)]
    [InlineData(MemoryWatch.Limit + 1, true)]
    public void More_than_the_limit_is_told(long bytes, bool told)
    {
        resident = bytes;

        watch.Look();

        watch.IsOver.ShouldBe(told);
        (outbox.PeekAlarm()?.Kind is AlarmKind.MemoryHigh).ShouldBe(told);
    }

    [Fact]
    public void It_is_told_once_until_it_is_well_again()
    {
        foreach (var bytes in new[] { MemoryWatch.Limit + 1, MemoryWatch.Limit, MemoryWatch.WellBelow, MemoryWatch.Limit + 1 })
        {
            resident = bytes;
            watch.Look();
        }

        TakeAlarms().ShouldBe(1);
        resident = MemoryWatch.WellBelow - 1;
        watch.Look();
        watch.IsOver.ShouldBeFalse();
        resident = MemoryWatch.Limit + 1;
        watch.Look();
        TakeAlarms().ShouldBe(1);
    }

    int TakeAlarms()
    {
        var count = 0;
        for (; outbox.PeekAlarm() is { } alarm; count++)
            outbox.Forget(alarm);
        return count;
    }
}
