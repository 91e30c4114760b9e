using System.CommandLine;
using System.Runtime.CompilerServices;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Lab.PowerCut;

/// <summary>
/// <c>powercut-writer</c>: a gate's life with its journal, as far as the disk sees it: entries, confirmations of the hub, purges, restarts. After each
/// entry, when a gate would show its light, a line says so in a file of its own.
/// </summary>
static class PowerCutWriter
{
    /// <summary>The verb's name.</summary>
    public const string Verb = "powercut-writer";

    /// <summary>The option that makes a commit not wait for the disk.</summary>
    public const string WeakOption = "--weak";

    /// <summary>The journal's file.</summary>
    public const string JournalFile = "journal.db";

    /// <summary>The file of signals.</summary>
    public const string SignalFile = "signals";

    const int EntriesPerStart = 400;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder");
        var entries = new Argument<int>("entries");
        var weak = new Option<bool>(WeakOption);
        var command = new Command(Verb, "Write a journal, for powercut to watch.") { folder, entries, weak };
        command.Hidden = true;
        command.SetAction(arguments => Write(arguments.GetValue(folder)!.FullName, arguments.GetValue(entries), arguments.GetValue(weak)));
        return command;
    }

    static void Write(string folder, int entries, bool isWeak)
    {
        using var signals = File.OpenHandle(Path.Combine(folder, SignalFile), FileMode.CreateNew, FileAccess.Write);
        var dice = new Dice(4);
        for (var written = 0; written < entries; written += EntriesPerStart)
        {
            using var journal = Journal.Open(Path.Combine(folder, JournalFile), Some.Device);
            if (isWeak)
                WriterOf(journal).Execute("PRAGMA synchronous = 1");
            Live(journal, signals, Math.Min(EntriesPerStart, entries - written), dice);
        }
    }

    static void Live(Journal journal, SafeFileHandle signals, int entries, Dice dice)
    {
        for (var i = 0; i < entries; i++)
        {
            var entry = journal.Append(Some.Record(journal.Written + 1), boot => Stamp(boot, i));
            var hash = journal.Read(new(entry.Key.Seq, entry.Key.Seq))[0].Hash;
            RandomAccess.Write(signals, new Shown(entry.Key.Seq, hash.Hex).ToLine(), RandomAccess.GetLength(signals));
            if (dice.Falls(20))
                journal.Release(journal.Written - dice.Roll(10), at: null);
            if (dice.Falls(5))
                journal.Purge(journal.Released - dice.Roll(40), Some.Moment.AddHours(i));
            if (dice.Falls(2))
                journal.Fold();
        }
    }

    static EntryStamp Stamp(int boot, int i) => new(boot, TimeSpan.FromSeconds(i), Some.Moment.AddSeconds(i), ClockQuality.Synced);

    // The product has no such setting, and must not: the proof takes it away to see that something is lost.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "writer")]
    static extern ref SqliteStore WriterOf(Journal journal);
}
