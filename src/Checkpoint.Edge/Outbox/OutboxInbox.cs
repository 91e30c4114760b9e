using System.Threading.Channels;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

/// <summary>What the gate tells the outbox. Telling never waits: the gate does not depend on the network.</summary>
sealed class OutboxInbox(GateClock clock, ILogger<OutboxInbox> log)
{
    /// <summary>Alarms that wait for the broker; then the oldest is dropped and counted.</summary>
    public const int MaxAlarms = 64;

    /// <summary>Watermarks that wait and were carried by hand.</summary>
    public const int MaxCarried = 64;

    readonly Channel<bool> growth = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    readonly Queue<Alarm> alarms = new();
    // What does not fit is said again: the file that it came with stays until it has done what it can.
    readonly Channel<Watermark> carried = Channel.CreateBounded<Watermark>(
        new BoundedChannelOptions(MaxCarried) { FullMode = BoundedChannelFullMode.DropWrite });

    long dropped;
    int listsChanged;

    /// <summary>Alarms dropped since the program started.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Turns ready when there is something new.</summary>
    public ChannelReader<bool> News => growth.Reader;

    /// <summary>There is a new entry on disk.</summary>
    public void JournalGrew() => growth.Writer.TryWrite(true);

    /// <summary>The hub's word has come by hand, its signature checked.</summary>
    public void Carried(Watermark watermark)
    {
        carried.Writer.TryWrite(watermark);
        growth.Writer.TryWrite(true);
    }

    /// <summary>The next watermark that came by hand, or null.</summary>
    public Watermark? TakeCarried() => carried.Reader.TryRead(out var watermark) ? watermark : null;

    /// <summary>Other lists are in force: the hub is to be told.</summary>
    public void ListsChanged()
    {
        Interlocked.Exchange(ref listsChanged, 1);
        growth.Writer.TryWrite(true);
    }

    /// <summary>Whether other lists are in force since this was last asked.</summary>
    public bool TakeListsChanged() => Interlocked.Exchange(ref listsChanged, 0) == 1;

    /// <summary>There is something that a person should know now.</summary>
    /// <param name="kind">What kind.</param>
    /// <param name="detail">More, nothing personal.</param>
    public void Raise(AlarmKind kind, string detail)
    {
        lock (alarms)
        {
            if (alarms.Count == MaxAlarms)
            {
                Interlocked.Increment(ref dropped);
                log.AlarmDropped(alarms.Dequeue().Kind, MaxAlarms);
            }

            alarms.Enqueue(new(kind, clock.Stamp(boot: 0), detail));
        }

        growth.Writer.TryWrite(true);
    }

    /// <summary>The oldest alarm that waits, or null.</summary>
    public Alarm? PeekAlarm()
    {
        lock (alarms)
            return alarms.TryPeek(out var alarm) ? alarm : null;
    }

    /// <summary>Forgets the oldest alarm, if it is still this one.</summary>
    public void Forget(Alarm alarm)
    {
        lock (alarms)
        {
            if (alarms.TryPeek(out var oldest) && ReferenceEquals(oldest, alarm))
                alarms.Dequeue();
        }
    }
}
