using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Carrying;

namespace Checkpoint.Testing.Simulation;

/// <summary>People who carry sticks between boxes and the hub: late, twice, never, and old ones after new ones. The files are the product's own.</summary>
sealed class SimCarriers(World world)
{
    // One of each thread's own, as worlds share nothing; whose they are has no bearing on what happens.
    static readonly ThreadLocal<ECDsa> BoxKey = new(County.NewKey);
    static readonly ThreadLocal<ECDsa> HubKey = new(County.NewKey);

    readonly List<(SimBox Box, byte[] File)> receipts = [];

    /// <summary>Somebody takes what waits at a box along.</summary>
    public void TakeOut(SimBox box, Fault fault)
    {
        var files = box.IsOn ? Write(box.Flash) : [];
        if (files.IsEmpty)
            return;
        world.Tally.Hit(fault.Kind);
        world.Tally.Count("stick: taken out");
        world.Note($"a stick is taken out of {box.Name}");
        if (fault.Kind == FaultKind.StickLost)
            return;
        if (fault.Kind == FaultKind.StickChanged)
            files = [.. files.Select(Change)];
        for (var times = fault.Kind == FaultKind.StickTwice ? 2 : 1; times > 0; times--)
            world.After(world.Chance(500, 90_000), () => Arrive(box, files, fault));
    }

    static ImmutableArray<byte[]> Write(SimFlash flash) =>
    [
        .. flash.Waiting.SelectMany(journal => RecordsFile.Split(journal).Select(part => RecordsFile.Sign(part, journal[^1].Key.Seq, BoxKey.Value!))),
    ];

    byte[] Change(byte[] file)
    {
        byte[] changed = [.. file];
        changed[world.Dice.Roll(changed.Length - 1)] ^= (byte)(1 << world.Dice.Roll(8)); // the line feed at the end is no content
        return changed;
    }

    void Arrive(SimBox box, ImmutableArray<byte[]> files, Fault fault)
    {
        world.Note($"a stick of {box.Name} arrives at the hub");
        foreach (var text in files)
        {
            var file = RecordsFile.TryRead(text, out _);
            world.Check(file is null == (fault.Kind == FaultKind.StickChanged), "a stick is read as it was written, or not at all");
            world.Tally.Count(file is null ? "stick: refused" : "stick: read");
            if (file is not null)
                world.Hub.CarryIn(file.Records);
        }

        var receipt = new WatermarksFile(box.Flash.Device, DateTimeOffset.UnixEpoch, world.Hub.Ledger.WatermarksOf(box.Flash.Device)).Sign(HubKey.Value!);
        receipts.Add((box, receipt));
        world.After(world.Chance(500, 90_000), () => Bring(box, receipt));
        if (fault.Kind == FaultKind.OldReceipt)
            world.After(world.Chance(500, 90_000), () => BringOld(box));
    }

    // Whichever of those that ever were; mostly one that is long passed.
    void BringOld(SimBox box)
    {
        var old = receipts.FindAll(receipt => receipt.Box == box);
        Bring(box, old[world.Dice.Roll(old.Count)].File);
    }

    void Bring(SimBox box, byte[] receipt)
    {
        var file = WatermarksFile.TryRead(receipt, box.Flash.Device, (_, _) => HubKey.Value, out _);
        world.Check(file is not null, "a receipt is read as it was written");
        world.Note($"a receipt is brought to {box.Name}");
        foreach (var mark in file!.Watermarks)
        {
            world.Tally.Count("stick: receipt");
            box.Hear(mark);
        }
    }
}
