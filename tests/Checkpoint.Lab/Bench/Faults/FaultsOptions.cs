namespace Checkpoint.Lab.Bench.Faults;

/// <summary>How long and how hard.</summary>
/// <param name="Rounds">Rounds; in each, every fault once, and a calm time before each.</param>
/// <param name="Seconds">Length of each of these times, in real time.</param>
/// <param name="Speed">How much faster than real time people come.</param>
/// <param name="Backlog">Entries that wait as the draining begins.</param>
/// <param name="Disk">Folder on the disk that is meant.</param>
sealed record FaultsOptions(int Rounds, int Seconds, int Speed, int Backlog, string Disk)
{
    /// <summary>Size of the journal's disk in megabytes; a hundredth of it is less than the journal's reserve.</summary>
    public const int DiskMegabytes = 1536;

    /// <summary>Entries of all backlogs together; so many fit on that disk three times.</summary>
    public const long MostEntries = 1_500_000;

    /// <summary>How full a full disk is.</summary>
    public const double Full = 0.99;

    /// <summary>A backlog that is shorter than this has been drained.</summary>
    public const long DrainedBelow = 500;

    /// <summary>Length of each time.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds(Seconds);
}
