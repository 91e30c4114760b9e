using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Today;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Sensing;
using Checkpoint.Signals;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Passages;

/// <summary>Writes decisions down, and raises the alarm when that fails.</summary>
sealed class Registrar(
    GateJournal journal, FieldSealer sealer, TodayBook today, OutboxInbox outbox, GateMetrics metrics, GateClock clock, ILogger<Registrar> log)
{
    /// <summary>Writes that somebody signed on or off.</summary>
    /// <returns>Whether it is on disk.</returns>
    public bool TrySign(DutyTurn turn)
    {
        if (TryWrite(() => journal.Append(turn)) is not { } seq)
            return false;
        log.Signed(seq, turn.IsOn, turn.Duty.Present.Length);
        return true;
    }

    /// <summary>Writes what a clinical thermometer said. Any thread.</summary>
    /// <returns>The number of its entry; null if it is not on disk.</returns>
    public long? TryNote(ClinicalReading reading)
    {
        if (TryWrite(() => journal.Append(reading)) is not { } seq)
            return null;
        log.ClinicalNoted(seq, reading.Entry);
        return seq;
    }

    /// <summary>Writes one record.</summary>
    /// <returns>Whether it is on disk.</returns>
    public bool TryRegister(PassageRecord record)
    {
        var seal = sealer.Seal(record.Facts.Code, out var who);
        var started = clock.Elapsed;
        try
        {
            var entry = journal.Append(record, seal);
            metrics.Registered(record.Decision.Verdict, clock.Elapsed - started);
            log.Registered(entry.Key.Seq, record.Number, record.Decision.Verdict, record.Decision.Main);
            outbox.JournalGrew();
            Remember(entry, who);
            if (SignalTable.For(record.Decision).Kind == SignalKind.Refer)
                outbox.Raise(AlarmKind.Referred, $"entry {entry.Key.Seq}");
            return true;
        }
        catch (IOException error)
        {
            metrics.NotRecorded();
            log.NotRecorded(error, record.Number);
            outbox.Raise(AlarmKind.NotRecorded, "an entry could not be written");
            return false;
        }
    }

    long? TryWrite(Func<EntryKey> write)
    {
        try
        {
            var key = write();
            outbox.JournalGrew();
            return key.Seq;
        }
        catch (IOException error)
        {
            metrics.NotRecorded();
            log.NotWritten(error);
            outbox.Raise(AlarmKind.NotRecorded, "an entry could not be written");
            return null;
        }
    }

    void Remember(JournalEntry entry, string who) => today.Add(new(
        entry.Key.Seq, clock.ToLocal(entry.Stamp.Wall), entry.Record.Number, entry.Record.Facts.Direction, entry.Record.Decision.Verdict, who, entry.Key.Epoch));
}
