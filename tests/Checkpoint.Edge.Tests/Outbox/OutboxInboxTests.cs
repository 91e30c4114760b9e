using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

public sealed class OutboxInboxTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Parts parts;

    public OutboxInboxTests() => parts = new(folder["journal.db"]);

    public void Dispose()
    {
        parts.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Alarms_wait_up_to_the_limit()
    {
        Raise(OutboxInbox.MaxAlarms);

        parts.Outbox.Dropped.ShouldBe(0);
        parts.TakeAlarms().Select(alarm => alarm.Detail).First().ShouldBe("1");
    }

    [Fact]
    public void Over_the_limit_the_oldest_alarms_are_dropped_and_counted()
    {
        Raise(OutboxInbox.MaxAlarms + 2);

        parts.Outbox.Dropped.ShouldBe(2);
        var left = parts.TakeAlarms();
        left.Count.ShouldBe(OutboxInbox.MaxAlarms);
        left[0].Detail.ShouldBe("3");
    }

    [Fact]
    public void An_alarm_that_was_dropped_meanwhile_takes_no_other_with_it()
    {
        Raise(1);
        var first = parts.Outbox.PeekAlarm()!;
        Raise(OutboxInbox.MaxAlarms);

        parts.Outbox.Forget(first);

        parts.TakeAlarms().Count.ShouldBe(OutboxInbox.MaxAlarms);
    }

    [Fact]
    public void Telling_twice_before_anybody_listens_is_telling_once()
    {
        parts.Outbox.JournalGrew();
        parts.Outbox.JournalGrew();

        parts.Outbox.News.TryRead(out _).ShouldBeTrue();
        parts.Outbox.News.TryRead(out _).ShouldBeFalse();
    }

    void Raise(int alarms)
    {
        for (var i = 1; i <= alarms; i++)
            parts.Outbox.Raise(AlarmKind.Referred, $"{i}");
    }
}
