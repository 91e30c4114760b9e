using System.Collections.Immutable;
using Checkpoint.Carrying;
using Checkpoint.Delivery;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>The hub's database: what is in it survives everything. A commit is all or nothing.</summary>
sealed class SimLedger(World world)
{
    readonly Dictionary<StreamKey, StreamPosition> positions = [];
    readonly Dictionary<EntryKey, WireRecord> rows = [];
    readonly List<StreamKey> order = [];

    /// <summary>Records whose number is taken by another; each raised the alarm that says so.</summary>
    public HashSet<(EntryKey Key, EntryHash Hash)> KeptAside { get; } = [];

    /// <summary>Boxes that were found to write another journal than before.</summary>
    public HashSet<DeviceId> Replaced { get; } = [];

    /// <summary>Journals with such a record, or with a broken chain.</summary>
    public HashSet<StreamKey> Disputed { get; } = [];

    public long Broken { get; private set; }

    public IReadOnlyCollection<StreamKey> Streams => order;

    public WireRecord? Find(EntryKey key) => rows.GetValueOrDefault(key);

    public StreamPosition PositionOf(StreamKey stream) => positions.GetValueOrDefault(stream) ?? StreamPosition.Start;

    public ImmutableArray<StreamWatermark> Commit(IngestDelivery delivery)
    {
        var touched = new List<StreamKey>(delivery.Asked);
        foreach (var record in delivery.Batches.SelectMany(batch => batch.Records))
        {
            Take(record);
            if (!touched.Contains(StreamKey.Of(record.Key)))
                touched.Add(StreamKey.Of(record.Key));
        }

        return [.. touched.Select(WatermarkOf)];
    }

    public ImmutableArray<StreamWatermark> WithHoles() => [.. order.Where(stream => !positions[stream].Ahead.IsEmpty).Select(WatermarkOf)];

    /// <summary>How far it has each journal of a box.</summary>
    public ImmutableArray<Watermark> WatermarksOf(DeviceId device) =>
        [.. order.Where(stream => stream.Device == device).TakeLast(WatermarksFile.MaxWatermarks).Select(stream => WatermarkOf(stream).Watermark)];

    void Take(WireRecord record)
    {
        var stream = StreamKey.Of(record.Key);
        var admission = LedgerRule.Admit(PositionOf(stream), record, Find);
        Note(admission);
        switch (admission.Acceptance)
        {
            case Acceptance.New:
                Begin(stream);
                world.Check(rows.TryAdd(record.Key, record), "a record is in the ledger once");
                positions[stream] = admission.Position;
                Broken += admission.Broken.Length;
                if (!admission.Broken.IsEmpty)
                    Disputed.Add(stream);
                break;
            case Acceptance.Conflict:
                KeptAside.Add((record.Key, record.Hash));
                Disputed.Add(stream);
                break;
        }

        world.Check(admission.Position.Ahead.Length <= StreamPosition.MaxAhead, "holes in a journal are bounded");
    }

    void Note(Admission admission) => world.Tally.Count(admission.Acceptance switch
    {
        Acceptance.New when admission.Broken.IsEmpty => "ledger: new",
        Acceptance.New => "ledger: new, link broken",
        Acceptance.Duplicate => "ledger: duplicate",
        Acceptance.Conflict => "ledger: conflict",
        _ => "ledger: refused",
    });

    void Begin(StreamKey stream)
    {
        if (positions.ContainsKey(stream))
            return;
        if (order.Exists(other => other.Device == stream.Device))
            Replaced.Add(stream.Device);
        order.Add(stream);
    }

    StreamWatermark WatermarkOf(StreamKey stream)
    {
        var position = PositionOf(stream);
        return new(stream.Device, new(stream.Epoch, position.UpTo, position.Missing())
        {
            Hash = Find(stream.At(position.UpTo))?.Hash,
            IsDisputed = Disputed.Contains(stream),
        });
    }
}
