using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Passages;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>How the box is doing, gathered in one place for the broker, the health page and the service manager.</summary>
sealed class BoxStatus(
    GateJournal journal, PassageLoop passages, GateMetrics metrics, GateClock clock, BoxIdentity identity, string journalPath)
{
    /// <summary>Time between two reports to the hub, before jitter.</summary>
    public static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(57);

    int connected;

    /// <summary>Whether the broker is there.</summary>
    public bool IsBrokerConnected => Volatile.Read(ref connected) == 1;

    /// <summary>Entries that the hub has not confirmed.</summary>
    public long Waiting => journal.Current is { } open ? open.Written - open.Released : 0;

    /// <summary>Notes whether the broker is there.</summary>
    public void BrokerIsConnected(bool value) => Volatile.Write(ref connected, value ? 1 : 0);

    /// <summary>What the box says of itself when it connects.</summary>
    public Birth Birth(Journal open) => new(identity.Program, open.Epoch, open.Boot, identity.Policy, identity.Decoder);

    /// <summary>What the box says of itself every minute.</summary>
    public BoxHealth Health() => new(
        Waiting,
        OldestWaiting(),
        journal.Current?.Written ?? 0,
        metrics.NotRecordedCount,
        passages.Presences,
        Environment.WorkingSet,
        DiskFree(),
        clock.Quality);

    TimeSpan OldestWaiting() => journal.Current?.OldestWaiting() is { } since && clock.Wall > since ? clock.Wall - since : TimeSpan.Zero;

    long DiskFree()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(journalPath))!).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return 0; // the folder is gone; the journal's own trouble says so
        }
    }
}
