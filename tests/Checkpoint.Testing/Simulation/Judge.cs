using System.Collections.Immutable;
using Checkpoint.Delivery;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>Knows what people were shown, and holds everything against it.</summary>
sealed class Judge(World world)
{
    readonly List<WireRecord> shown = [];
    readonly HashSet<EntryHash> forgotten = [];
    readonly Dictionary<StreamKey, long> told = [];
    readonly HashSet<StreamKey> gaps = [];
    readonly HashSet<StreamKey> toldOfAside = [];
    long people;
    int passes;

    /// <summary>How long healing may take: the longest waits of both machines, and the truce of two boxes that fight.</summary>
    public TimeSpan HealingTime => world.Boxes.Count > world.Plan.Boxes ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(30);

    public long NextPerson() => ++people;

    /// <summary>Whether one more person comes; fewer make a shorter trace.</summary>
    public bool MayPass() => world.IsHealed || ++passes <= world.Plan.MaxPasses;

    /// <summary>A light was shown for this record.</summary>
    public void Shown(WireRecord record) => shown.Add(record);

    /// <summary>A card has lost these, whatever it had said.</summary>
    public void ForgottenByCard(IEnumerable<WireRecord> lost) => forgotten.UnionWith(lost.Select(record => record.Hash));

    /// <summary>The hub heard a box say how many journals it keeps aside.</summary>
    public void HeardOfAside(StreamKey stream, int count)
    {
        if (count > 0)
            toldOfAside.Add(stream);
    }

    public void GapReported(OpenGap gap) => gaps.Add(gap.Stream);

    /// <summary>Holds one step of a box's machine against the invariants.</summary>
    public void Outbox(SimBox box, OutboxInput input, ImmutableArray<OutboxEffect> effects)
    {
        var state = box.State;
        world.Tally.Count(StepNames.Of(input));
        world.Check(state.InFlight <= state.Window && state.Window <= OutboxMachine.MaxInFlight, "what is in flight is bounded");
        world.Check(state.Asked.IsEmpty || state.Asked.Count() <= OutboxMachine.MaxAsked, "holes to fill are bounded");
        world.Check(state.Released <= state.Written && state.Sent <= state.Written && state.SentLive <= state.Written, "cursors stay within the journal");
        foreach (var effect in effects)
        {
            world.Tally.Count(StepNames.Of(effect));
            if (effect is OutboxEffect.Publish { Entries: var entries })
            {
                world.Check(entries.First >= 1 && entries.Last <= box.Flash.Written, "only what is on the disk is sent");
                world.Check(entries.First <= entries.Last && entries.Last - entries.First < RecordBatch.MaxRecords, "a batch is bounded");
            }
        }
    }

    /// <summary>Holds one step of the hub's machine against the invariants.</summary>
    public void Ingest(SimHub hub, IngestInput input, ImmutableArray<IngestEffect> effects)
    {
        world.Tally.Count(StepNames.Of(input));
        world.Check(hub.State.Intake.Records < IngestDelivery.MaxRecords + RecordBatch.MaxRecords, "the intake is bounded");
        world.Check(hub.State.Intake.Messages <= IngestDelivery.MaxMessages, "the intake is bounded");
        world.Check(hub.State.Watermarks.InFlight.Length <= OutgoingWatermarks.MaxInFlight, "watermarks in flight are bounded");
        foreach (var effect in effects)
        {
            world.Tally.Count(StepNames.Of(effect));
            if (effect is IngestEffect.Tell { Watermark: var mark })
                Told(mark);
        }
    }

    /// <summary>No record leaves a box before the hub's commit.</summary>
    public void Released(SimBox box, long upTo)
    {
        for (var seq = box.Flash.Released + 1; seq <= upTo; seq++)
        {
            var record = box.Flash.Records[(int)seq - 1];
            world.Check(world.Hub.Ledger.Find(record.Key)?.Hash == record.Hash, $"{box.Name} releases {seq}: no record leaves the box before the hub's commit");
        }
    }

    /// <summary>Whether there is nothing more to wait for.</summary>
    public bool IsQuiet() => world.Boxes.TrueForAll(box => box.IsDone) && world.Hub.IsQuiet && OpenStreams().All(gaps.Contains);

    /// <summary>Everything that was shown is in the ledger once, or somebody knows why not.</summary>
    /// <param name="isQuiet">Whether the world came to rest in time.</param>
    public void EverythingArrived(bool isQuiet)
    {
        foreach (var record in shown)
            world.Check(IsAccountedFor(record), $"entry {record.Key.Seq} of {record.Key.Device}, journal {record.Key.Epoch}, was shown and is nowhere");
        foreach (var box in world.Boxes)
            world.Check(box.IsDone, $"{box.Name} heals: {box.State.Waiting} of {box.State.Written} wait");
        foreach (var stream in OpenStreams())
            world.Check(gaps.Contains(stream), $"a gap in journal {stream.Epoch} of {stream.Device} is reported");
        world.Check(isQuiet, "the world comes to rest in the time of healing");
        world.Check(world.Hub.Ledger.Broken == 0 || forgotten.Count > 0 || world.Boxes.Count > world.Plan.Boxes, "a chain breaks only where a card lied or was cloned");
    }

    IEnumerable<StreamKey> OpenStreams() => world.Hub.Ledger.Streams.Where(stream => !world.Hub.Ledger.PositionOf(stream).Ahead.IsEmpty);

    bool IsAccountedFor(WireRecord record)
    {
        var ledger = world.Hub.Ledger;
        if (ledger.Find(record.Key)?.Hash == record.Hash || ledger.KeptAside.Contains((record.Key, record.Hash)))
            return true;
        if (forgotten.Contains(record.Hash))
            return true; // gone with the card that had promised to keep it
        return world.Boxes.Exists(box => box.Flash.KeptAside.Contains(record.Hash)
            && (ledger.Replaced.Contains(record.Key.Device) || toldOfAside.Contains(new(box.Flash.Device, box.Flash.Epoch))));
    }

    void Told(StreamWatermark mark)
    {
        var before = told.GetValueOrDefault(mark.Stream);
        world.Check(mark.Watermark.UpTo >= before, "a watermark never falls within an epoch");
        told[mark.Stream] = mark.Watermark.UpTo;
    }
}
