using System.Globalization;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>What a box keeps on its card, and what survives a power cut.</summary>
sealed class SimFlash
{
    SimFlash(World world, DeviceId device, Epoch epoch)
    {
        World = world;
        Device = device;
        Epoch = epoch;
    }

    public DeviceId Device { get; }

    public Epoch Epoch { get; private set; }

    public int Boot { get; set; }

    public long Released { get; set; }

    public long Written => Records.Count;

    /// <summary>The journal's entries; number 1 is at 0.</summary>
    public List<WireRecord> Records { get; private set; } = [];

    /// <summary>What the wall clock said at each.</summary>
    public List<DateTimeOffset> Walls { get; private set; } = [];

    /// <summary>Entries in journals that were moved aside; they are kept.</summary>
    public HashSet<EntryHash> KeptAside { get; private set; } = [];

    /// <summary>Journals that were moved aside, as far as they can be read, each with what the hub had confirmed of it.</summary>
    public List<(List<WireRecord> Records, long Released)> Aside { get; private set; } = [];

    /// <summary>Entries that the hub has not confirmed, of every journal that has some.</summary>
    public IEnumerable<List<WireRecord>> Waiting =>
        Aside.Append((Records, Released)).Where(journal => journal.Item1.Count > journal.Item2).Select(journal => journal.Item1[(int)journal.Item2..]);

    /// <summary>The highest list version ever in force; a file of its own.</summary>
    public BundleSeen List { get; set; } = BundleSeen.Nothing;

    World World { get; }

    EntryHash Head => Records.Count == 0 ? EntryHash.Start : Records[^1].Hash;

    public static SimFlash New(World world, int identity) =>
        new(world, DeviceId.Parse(identity == 0 ? "gate-1" : "gate-2"), NewEpoch(world));

    /// <summary>Writes one entry; it is there when this returns.</summary>
    public WireRecord Append(DateTimeOffset wall)
    {
        var body = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$"""{"device":"{{Device}}","epoch":"{{Epoch}}","person":{{World.Judge.NextPerson()}},"seq":{{Written + 1}}}"""));
        var record = new WireRecord(new(Device, Epoch, Written + 1), body, Head.Next(body));
        Records.Add(record);
        Walls.Add(wall);
        return record;
    }

    /// <summary>The link of an entry, or null if it is not there.</summary>
    public EntryHash? LinkAt(long seq) => seq >= 1 && seq <= Written ? Records[(int)seq - 1].Hash : null;

    /// <summary>Takes the last entries away.</summary>
    public IReadOnlyList<WireRecord> Lose(int count)
    {
        var from = Math.Max(0, Records.Count - count);
        var lost = Records[from..];
        Records.RemoveRange(from, lost.Count);
        Walls.RemoveRange(from, lost.Count);
        Released = Math.Min(Released, Written);
        return lost;
    }

    /// <summary>Moves the journal aside, what can be read of it, and begins another.</summary>
    public IReadOnlyList<WireRecord> MoveAside(int percentLost)
    {
        var lost = Lose((int)Written * percentLost / 100);
        KeptAside.UnionWith(Records.Select(record => record.Hash));
        Aside.Add((Records, Released));
        (Records, Walls) = ([], []);
        (Epoch, Boot, Released) = (NewEpoch(World), 0, 0);
        return lost;
    }

    /// <summary>Another card with the same on it.</summary>
    public SimFlash Copy() => new(World, Device, Epoch)
    {
        Boot = Boot,
        Released = Released,
        Records = [.. Records],
        Walls = [.. Walls],
        KeptAside = [.. KeptAside],
        Aside = [.. Aside],
        List = List,
    };

    static Epoch NewEpoch(World world) => Epoch.FromBytes(world.Dice.Bytes(8));
}
