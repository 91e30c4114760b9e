using Checkpoint.Edge.Journaling;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Lab.Bench;

/// <summary>Times one entry's commit, each beside a bare write and fsync of as many bytes on the same disk.</summary>
static class CommitBench
{
    const int WarmUp = 50;

    // About what the write-ahead log is when it is folded in and written over.
    const int BareBytes = 4 << 20;

    static readonly PassageRecord Record = new(
        1,
        RecordKind.Passage,
        new(Direction.Entry, new(CodeOutcome.Valid), new TemperatureCheck.Measured(SurfaceTemperature.FromHundredths(36_50)), 1),
        Occupancy: null,
        new(Verdict.Admit, Reason.AllInOrder),
        PolicyVersion: 1);

    /// <summary>Commits and syncs in turns, so that both see the same disk.</summary>
    /// <param name="folder">On the disk that is meant.</param>
    /// <param name="entries">How many.</param>
    /// <returns>Times of a commit, times of a bare fsync, and bytes that one commit wrote.</returns>
    public static (Quantiles Commit, Quantiles Bare, int Bytes) Run(string folder, int entries)
    {
        var path = Path.Combine(folder, "commit.db");
        using var journal = Journal.Open(path, DeviceId.Parse("bench"));
        var bytes = new byte[BytesOfOneCommit(journal, path)];
        using var bare = Allocate(Path.Combine(folder, "bare"));

        var commits = new List<TimeSpan>(entries);
        var syncs = new List<TimeSpan>(entries);
        for (var i = 0; i < WarmUp + entries; i++)
        {
            var commit = Time(() => Append(journal));
            var offset = (long)i * bytes.Length % (BareBytes - bytes.Length);
            var sync = Time(() =>
            {
                RandomAccess.Write(bare, bytes, offset);
                RandomAccess.FlushToDisk(bare);
            });
            if (i >= WarmUp)
            {
                commits.Add(commit);
                syncs.Add(sync);
            }
        }

        return (Quantiles.Of(commits), Quantiles.Of(syncs), bytes.Length);
    }

    // Written once, so that no fsync has to record a longer file: the log is written over too.
    static Microsoft.Win32.SafeHandles.SafeFileHandle Allocate(string path)
    {
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, new byte[BareBytes], fileOffset: 0);
        RandomAccess.FlushToDisk(file);
        return file;
    }

    // What the write-ahead log grows by.
    static int BytesOfOneCommit(Journal journal, string path)
    {
        Append(journal);
        var before = new FileInfo(path + "-wal").Length;
        Append(journal);
        return (int)(new FileInfo(path + "-wal").Length - before);
    }

    static void Append(Journal journal) =>
        journal.Append(Record, boot => new(boot, TimeSpan.Zero, DateTimeOffset.UnixEpoch, ClockQuality.Estimated));

    static TimeSpan Time(Action action)
    {
        var started = TimeProvider.System.GetTimestamp();
        action();
        return TimeProvider.System.GetElapsedTime(started);
    }
}
