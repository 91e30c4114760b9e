using System.Diagnostics;
using Checkpoint.Testing;

namespace Checkpoint.Lab.PowerCut;

/// <summary>
/// A folder as a disk keeps it. Which files there are is ordered, as journalling file systems keep it: a sync of any file makes every
/// creation and removal before it last, and a cut keeps a beginning of those after.
/// </summary>
sealed class CutDisk
{
    readonly List<(string Name, CutFile? File)> changes = [];
    Dictionary<string, CutFile> durable = new(StringComparer.Ordinal);
    Dictionary<string, CutFile> current = new(StringComparer.Ordinal);

    /// <summary>The last thing that was said to people; null if nothing was.</summary>
    public Shown? Said { get; private set; }

    /// <summary>Sectors, creations and removals that may or may not be on the disk.</summary>
    public int Pending => current.Values.Sum(file => file.Pending) + changes.Count;

    /// <summary>Does one thing.</summary>
    public void Do(DiskOp op)
    {
        switch (op)
        {
            case DiskOp.Create(var name):
                if (!current.ContainsKey(name))
                    Change(name, new());
                break;
            case DiskOp.Remove(var name):
                Change(name, null);
                break;
            case DiskOp.Write write:
                Of(write.File).Write(write.Offset, write.Bytes);
                break;
            case DiskOp.Resize resize:
                Of(resize.File).Resize(resize.Length);
                break;
            case DiskOp.Sync(var name):
                Of(name).Sync();
                durable = new(current, StringComparer.Ordinal);
                changes.Clear();
                break;
            case DiskOp.Show(var said):
                Said = said;
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The files that the disk holds when the power goes.</summary>
    public Dictionary<string, byte[]> Cut(Dice dice, CutManner manner)
    {
        var files = new Dictionary<string, CutFile>(durable, StringComparer.Ordinal);
        foreach (var (name, file) in changes.Take(ChangesKept(dice, manner)))
            Put(files, name, file);
        return files.ToDictionary(pair => pair.Key, pair => pair.Value.Image(dice, manner), StringComparer.Ordinal);
    }

    int ChangesKept(Dice dice, CutManner manner) => manner switch
    {
        CutManner.NoneLanded => 0,
        CutManner.AllLanded => changes.Count,
        _ => dice.Roll(changes.Count + 1),
    };

    CutFile Of(string name) => current.TryGetValue(name, out var file)
        ? file
        : throw new InvalidDataException($"{name} was written before it was made.");

    void Change(string name, CutFile? file)
    {
        changes.Add((name, file));
        Put(current, name, file);
    }

    static void Put(Dictionary<string, CutFile> files, string name, CutFile? file)
    {
        if (file is null)
            files.Remove(name);
        else
            files[name] = file;
    }
}
