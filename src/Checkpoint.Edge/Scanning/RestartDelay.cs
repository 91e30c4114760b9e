namespace Checkpoint.Edge.Scanning;

/// <summary>
/// How long to wait before a scanner that was lost is started again. The first time not at all: one abort costs a fraction of a second. A
/// scanner that is lost again before it has read anything waits longer each time, so that a code that kills it does not cost a whole
/// processor; and it never waits long, because the code may be gone.
/// </summary>
static class RestartDelay
{
    /// <summary>The first delay that is one.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest delay.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>The delay after so many losses in a row before this one.</summary>
    public static TimeSpan After(int losses)
    {
        var delay = losses == 0 ? TimeSpan.Zero : Shortest;
        for (var i = 1; i < losses && delay < Longest; i++)
            delay *= 2;
        return delay < Longest ? delay : Longest;
    }
}
