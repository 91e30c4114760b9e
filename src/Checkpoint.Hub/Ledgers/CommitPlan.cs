using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>
/// Works out what one commit writes. Pure: every database gathers the same facts and carries out the same plan, so they cannot
/// disagree about what a record means.
/// </summary>
sealed class CommitPlan
{
    readonly CommitFacts facts;
    readonly Dictionary<StreamKey, StreamState> streams = [];
    readonly Dictionary<EntryKey, WireRecord> fresh = [];
    readonly Dictionary<PassageKey, DecidedPassage> decided = [];
    readonly Dictionary<HourlyKey, int> counts = [];
    readonly List<LedgerRow> rows = [];
    readonly List<AsideMessage> aside;
    readonly List<EntryKey> conflicts = [];
    readonly List<EntryKey> broken = [];
    readonly List<StreamKey> answered;
    int duplicates;
    int refused;

    CommitPlan(LedgerDelivery delivery, CommitFacts facts)
    {
        this.facts = facts;
        aside = [.. delivery.Aside];
        answered = [.. delivery.Streams];
        foreach (var row in delivery.Rows)
            Take(row);
    }

    /// <summary>Rows to add.</summary>
    public IReadOnlyList<LedgerRow> Rows => rows;

    /// <summary>Journals to write as they are now.</summary>
    public IReadOnlyDictionary<StreamKey, StreamState> Streams => streams;

    /// <summary>Changes to the counters.</summary>
    public IReadOnlyDictionary<HourlyKey, int> Counts => counts;

    /// <summary>Messages to put aside.</summary>
    public IReadOnlyList<AsideMessage> Aside => aside;

    /// <summary>Makes the plan.</summary>
    public static CommitPlan Make(LedgerDelivery delivery, CommitFacts facts) => new(delivery, facts);

    /// <summary>What to say once the plan is on the disk.</summary>
    public LedgerReceipt Receipt() => new([.. answered.Select(Answer)], rows, duplicates, conflicts, broken, refused);

    (DeviceId Device, Watermark Watermark) Answer(StreamKey stream)
    {
        var position = State(stream).Position;
        return (stream.Device, new(stream.Epoch, position.UpTo, position.Missing()));
    }

    void Take(LedgerRow row)
    {
        var stream = StreamKey.Of(row.Record.Key);
        var state = State(stream);
        state = state with { Position = state.Position.Accept(row.Record.Key.Seq, out var acceptance) };
        switch (acceptance)
        {
            case Acceptance.New:
                streams[stream] = Store(row with { Receipt = facts.LastReceipt + rows.Count + 1 }, state);
                break;
            case Acceptance.Duplicate:
                streams[stream] = Compare(row.Record, state);
                break;
            default:
                refused++; // the box sends it again once older holes are filled
                break;
        }
    }

    StreamState Store(LedgerRow row, StreamState state)
    {
        rows.Add(row);
        fresh.Add(row.Record.Key, row.Record);
        var decides = row.Decides is { } passage && Decide(passage, DecidedPassage.By(row));
        return state with { Broken = state.Broken + CheckLinks(row.Record), Passages = state.Passages + (decides ? 1 : 0) };
    }

    StreamState Compare(WireRecord record, StreamState state)
    {
        if (Find(record.Key)?.Hash == record.Hash)
        {
            duplicates++;
            return state with { Duplicates = state.Duplicates + 1 };
        }

        conflicts.Add(record.Key);
        aside.Add(AsideMessage.Of(Topics.Records(record.Key.Device), new RecordBatch([record]).ToJson(), AsideReason.Conflict));
        return state with { Conflicts = state.Conflicts + 1 };
    }

    // A link is checked when the later of its two ends arrives, so each is checked once and a filled hole costs no reading back.
    int CheckLinks(WireRecord record)
    {
        var stream = StreamKey.Of(record.Key);
        var before = record.Key.Seq == 1 ? EntryHash.Start : Find(stream.At(record.Key.Seq - 1))?.Hash;
        var found = broken.Count;
        if (before is { } link && !ChainRule.Follows(link, record))
            broken.Add(record.Key);
        if (Find(stream.At(record.Key.Seq + 1)) is { } next && !ChainRule.Follows(record.Hash, next))
            broken.Add(next.Key);
        return broken.Count - found;
    }

    bool Decide(PassageKey passage, DecidedPassage now)
    {
        var before = decided.GetValueOrDefault(passage) ?? facts.Decided.GetValueOrDefault(passage);
        if (before is not null && before.Seq > now.Seq)
            return false;

        if (before is not null)
            Count(passage, before, -1);
        Count(passage, now, 1);
        decided[passage] = now;
        return before is null;
    }

    void Count(PassageKey passage, DecidedPassage by, int change)
    {
        var key = new HourlyKey(passage.Stream.Device, by.Hour, by.Direction, by.Verdict);
        counts[key] = counts.GetValueOrDefault(key) + change;
    }

    StreamState State(StreamKey stream) =>
        streams.GetValueOrDefault(stream) ?? facts.Streams.GetValueOrDefault(stream) ?? StreamState.Start;

    WireRecord? Find(EntryKey key) => fresh.GetValueOrDefault(key) ?? facts.Held.GetValueOrDefault(key);
}
