namespace Checkpoint.Testing.Chaos;

/// <summary>How a site is set up, and how hard it is hit.</summary>
/// <param name="Span">How long faults come.</param>
/// <param name="Faults">How many.</param>
/// <param name="Seed">Decides all of them.</param>
/// <param name="Gates">How many boxes.</param>
public sealed record ChaosOptions(TimeSpan Span, int Faults, ulong Seed, int Gates)
{
    /// <summary>Connection string of the hub's ledger, or null for a file on a small disk.</summary>
    public string? HubDb { get; init; }

    /// <summary>Kinds that are wanted; those that this machine cannot do are left out.</summary>
    public IReadOnlyList<ChaosFault> Kinds { get; init; } = Enum.GetValues<ChaosFault>();

    /// <summary>Whether any of some kinds is wanted.</summary>
    public bool Wants(params ReadOnlySpan<ChaosFault> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Kinds.Contains(kind))
                return true;
        }

        return false;
    }

    /// <summary>Longest that a program hangs.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many times faster than real time the boxes' clocks run.</summary>
    public int Speed { get; init; } = 1;

    /// <summary>How long everything may take to heal after the last fault.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);
}
