namespace Checkpoint.Passages;

/// <summary>Everything the gate remembers between two inputs.</summary>
/// <param name="Passage">The person at the gate.</param>
/// <param name="Recent">Codes admitted a moment ago.</param>
/// <param name="Passages">Passages begun since the program started.</param>
/// <param name="Presences">People the presence sensor has seen since the program started: an independent count to hold against the checks.</param>
public sealed record GateState(Passage Passage, RecentCodes Recent, long Passages, long Presences)
{
    /// <summary>Local wall clock, as the shell last gave it; null if it is not to be trusted. The machine itself goes by monotonic time.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The gate as the program starts.</summary>
    public static GateState Start { get; } = new(new Passage.Idle(), RecentCodes.None, 0, 0);

    /// <summary>The gate while somebody is checked.</summary>
    internal GateState Checking(Subject who) => this with { Passage = new Passage.Checking(who) };

    /// <summary>
    /// The gate with somebody's passage counted: when something of it is known, so that a stray presence leaves no hole in the numbers.
    /// </summary>
    internal GateState Counting(Subject who) => this with { Passages = Math.Max(Passages, who.Number) };
}
