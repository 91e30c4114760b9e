using Checkpoint.Passages.Duties;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Baselines;

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

    /// <summary>What is known around the thermometer, as the shell last gave it.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.Unknown;

    /// <summary>What is ordinary at this gate; null until somebody has passed on it.</summary>
    public Ordinary? Ordinary { get; init; }

    /// <summary>Who was asked to wait until their skin has come to rest.</summary>
    public WaitingRoom Waiting { get; init; } = WaitingRoom.Empty;

    /// <summary>Until when others were at the gate than are now: what was seen before belongs to them.</summary>
    public TimeSpan OthersUntil { get; init; }

    /// <summary>Who has signed on.</summary>
    public Duty Duty { get; init; } = Duty.Nobody;

    /// <summary>The gate as the program starts.</summary>
    public static GateState Start { get; } = new(new Passage.Idle(), RecentCodes.None, 0, 0);

    /// <summary>The gate whose last decision was shown so long after it was made: what it waits for begins when people see the light.</summary>
    public GateState ShownAfter(TimeSpan wait) => Passage switch
    {
        Passage.Rechecking waiting => this with { Passage = waiting with { Since = waiting.Since + wait } },
        Passage.Decided decided => this with { Passage = decided with { Since = decided.Since + wait } },
        _ => this,
    };

    /// <summary>The gate while somebody is checked.</summary>
    internal GateState Checking(Subject who) => this with { Passage = new Passage.Checking(who) };

    /// <summary>
    /// The gate with somebody's passage counted: when something of it is known, so that a stray presence leaves no hole in the numbers.
    /// </summary>
    internal GateState Counting(Subject who) => this with { Passages = Math.Max(Passages, who.Number) };
}
