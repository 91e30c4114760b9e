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
    readonly DateTimeOffset receivedAt;
    int duplicates;
    int refused;

    CommitPlan(LedgerDelivery delivery, CommitFacts facts)
    {
        this.facts = facts;
        aside = [.. delivery.Aside];
        answered = [.. delivery.Streams];
        receivedAt = delivery.ReceivedAt;
        foreach (var row in delivery.Rows)
            Take(row);
    }

    /// <summary>Rows to add.</summary>
    public IReadOnlyList<LedgerRow> Rows => rows;

    /// <summary>Journals to write as they are now.</summary>
    public IReadOnlyDictionary<StreamKey, StreamState> Streams => streams;

    /// <summary>What boxes said of their clocks, in order: earlier entries are to be re-timed by it once the rows are added.</summary>
    public IEnumerable<BootAnchor> Anchors => rows.Select(row => row.Anchor).OfType<BootAnchor>();

    /// <summary>Changes to the counters.</summary>
    public IReadOnlyDictionary<HourlyKey, int> Counts => counts;

    /// <summary>Messages to put aside.</summary>
    public IReadOnlyList<AsideMessage> Aside => aside;

    /// <summary>Makes the plan.</summary>
    public static CommitPlan Make(LedgerDelivery delivery, CommitFacts facts) => new(delivery, facts);

    /// <summary>The last records of what each watermark confirms, to be read once the plan is written.</summary>
    public IReadOnlyList<EntryKey> Confirmed =>
        [.. answered.Select(stream => stream.At(State(stream).Position.UpTo)).Where(key => key.Seq > 0)];

    /// <summary>What to say once the plan is on the disk.</summary>
    /// <param name="confirmed">The records of <see cref="Confirmed"/>.</param>
    public LedgerReceipt Receipt(IReadOnlyDictionary<EntryKey, WireRecord> confirmed) => new(
        [.. answered.Select(stream => Answer(stream, confirmed))], rows, duplicates, conflicts, broken, refused,
        [.. facts.Former.Where(former => streams.ContainsKey(former.Key)).Select(former => (former.Key, former.Value))]);

    StreamWatermark Answer(StreamKey stream, IReadOnlyDictionary<EntryKey, WireRecord> confirmed)
    {
        var state = State(stream);
        var position = state.Position;
        return new(stream.Device, new(stream.Epoch, position.UpTo, position.Missing())
        {
            Hash = confirmed.GetValueOrDefault(stream.At(position.UpTo))?.Hash,
            Highest = position.Highest > position.UpTo ? position.Highest : null,
            Time = receivedAt,
            IsDisputed = state.IsDisputed,
        });
    }

    void Take(LedgerRow row)
    {
        var stream = StreamKey.Of(row.Record.Key);
        var state = State(stream);
        var admission = LedgerRule.Admit(state.Position, row.Record, Find);
        switch (admission.Acceptance)
        {
            case Acceptance.New:
                streams[stream] = Store(Timed(row) with { Receipt = facts.LastReceipt + rows.Count + 1 }, state, admission);
                break;
            case Acceptance.Duplicate:
                duplicates++;
                streams[stream] = state with { Duplicates = state.Duplicates + 1 };
                break;
            case Acceptance.Conflict:
                streams[stream] = KeepAside(row.Record, state);
                break;
            default:
                refused++; // the box sends it again once older holes are filled
                break;
        }
    }

    StreamState Store(LedgerRow row, StreamState state, Admission admission)
    {
        rows.Add(row);
        fresh.Add(row.Record.Key, row.Record);
        broken.AddRange(admission.Broken);
        var decides = row.Decides is { } passage && Decide(passage, DecidedPassage.By(row));
        return state with
        {
            Position = admission.Position,
            Broken = state.Broken + admission.Broken.Length,
            Passages = state.Passages + (decides ? 1 : 0),
        };
    }

    LedgerRow Timed(LedgerRow row) =>
        row.Boot is { } boot && facts.Anchors.GetValueOrDefault(boot) is { } anchors
        && RetimingRule.For(row.Columns.Mono, row.Columns.Clock, anchors) is { } anchor
            ? row with { Retimed = new(anchor.At(row.Columns.Mono!.Value), anchor.Mono, anchor.Clock) }
            : row;

    StreamState KeepAside(WireRecord record, StreamState state)
    {
        conflicts.Add(record.Key);
        aside.Add(AsideMessage.Of(Topics.Records(record.Key.Device), new RecordBatch([record]).ToJson(), AsideReason.Conflict));
        return state with { Conflicts = state.Conflicts + 1 };
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
