using Checkpoint.Testing;

namespace Checkpoint.Lab.PowerCut;

/// <summary>
/// One file as a disk keeps it: what is surely there, and of each sector the versions that the system may have written since, in any order
/// and any number of them.
/// </summary>
sealed class CutFile
{
    /// <summary>What a disk writes wholly or not at all, bytes.</summary>
    public const int Sector = 512;

    readonly SortedDictionary<long, List<byte[]>> pending = [];
    readonly List<long> lengths = [];
    byte[] durable = [];

    /// <summary>Sectors that may or may not be on the disk.</summary>
    public int Pending => pending.Count;

    /// <summary>Writes into memory.</summary>
    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var sector = (offset + at) / Sector;
            var within = (int)((offset + at) % Sector);
            var count = Math.Min(Sector - within, bytes.Length - at);
            var next = (byte[])Latest(sector).Clone();
            bytes.Slice(at, count).CopyTo(next.AsSpan(within));
            Versions(sector).Add(next);
            at += count;
        }

        lengths.Add(Math.Max(Length, offset + bytes.Length));
    }

    /// <summary>Makes it shorter or longer, in memory.</summary>
    public void Resize(long length)
    {
        for (var sector = (length + Sector - 1) / Sector; sector * Sector < Length; sector++)
            Versions(sector).Add(new byte[Sector]);
        lengths.Add(length);
    }

    /// <summary>All of it is on the disk.</summary>
    public void Sync()
    {
        durable = Image(new(0), CutManner.AllLanded);
        pending.Clear();
        lengths.Clear();
    }

    /// <summary>What the disk holds when the power goes.</summary>
    /// <param name="dice">Decides what is left open.</param>
    /// <param name="manner">What kind of cut it is.</param>
    public byte[] Image(Dice dice, CutManner manner)
    {
        var choice = new SectorChoice(dice, manner, pending.Count);
        var image = new byte[LengthAfter(dice, manner)];
        durable.AsSpan(0, Math.Min(durable.Length, image.Length)).CopyTo(image);
        if (manner == CutManner.Garbage)
            dice.Bytes(Math.Max(0, image.Length - durable.Length)).CopyTo(image, Math.Min(durable.Length, image.Length));
        foreach (var (sector, versions) in pending)
        {
            if (choice.Next(versions.Count) is var version and >= 0 && sector * Sector < image.Length)
                versions[version].AsSpan(0, (int)Math.Min(Sector, image.Length - (sector * Sector))).CopyTo(image.AsSpan((int)(sector * Sector)));
        }

        return image;
    }

    long Length => lengths.Count > 0 ? lengths[^1] : durable.Length;

    long LengthAfter(Dice dice, CutManner manner) => manner switch
    {
        CutManner.NoneLanded => durable.Length,
        CutManner.Some when lengths.Count > 0 && dice.Falls(50) => lengths[dice.Roll(lengths.Count)],
        _ => Length,
    };

    List<byte[]> Versions(long sector)
    {
        if (!pending.TryGetValue(sector, out var versions))
            pending[sector] = versions = [];
        return versions;
    }

    byte[] Latest(long sector)
    {
        if (pending.TryGetValue(sector, out var versions))
            return versions[^1];
        var bytes = new byte[Sector];
        var begin = (int)Math.Min(sector * Sector, durable.Length);
        durable.AsSpan(begin, Math.Min(Sector, durable.Length - begin)).CopyTo(bytes);
        return bytes;
    }
}
