namespace Checkpoint.Testing.Fuzzing;

/// <summary>What came of many bad codes.</summary>
public sealed class FuzzTally
{
    const int MostKept = 20;

    /// <summary>Codes shown.</summary>
    public long Codes { get; set; }

    /// <summary>How often each outcome came, with its fault.</summary>
    public IDictionary<string, long> Outcomes { get; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Accepted codes that say the very same as the good one under another spelling, by how they were made.</summary>
    public IDictionary<string, long> Respelled { get; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Accepted codes that say something else, and whatever threw: each a failure.</summary>
    public IList<string> Failures { get; } = new List<string>();

    /// <summary>Codes over the limit of time, and what they cost when shown again.</summary>
    public IList<string> Slow { get; } = new List<string>();

    /// <summary>Codes over the limit of time every time: each a failure.</summary>
    public int TooSlow { get; set; }

    /// <summary>The most that one code allocated, bytes.</summary>
    public long MostBytes { get; set; }

    /// <summary>The longest that one code took, wall clock.</summary>
    public TimeSpan Longest { get; set; }

    /// <summary>Counts one.</summary>
    public static void Count(IDictionary<string, long> table, string key) =>
        table[key] = (table.TryGetValue(key, out var count) ? count : 0) + 1;

    /// <summary>Keeps the first of many.</summary>
    public static void Keep(IList<string> list, string line)
    {
        if (list.Count < MostKept)
            list.Add(line);
    }
}
