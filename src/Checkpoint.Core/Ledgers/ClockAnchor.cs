using Checkpoint.Journaling;

namespace Checkpoint.Ledgers;

/// <summary>What an entry of kind <c>clock</c> says of one start of a box: at this moment of it, it was that time.</summary>
/// <param name="Mono">Milliseconds since the program started, 0 … <see cref="MaxMono"/>.</param>
/// <param name="Time">UTC, from <see cref="Earliest"/> on.</param>
/// <param name="Clock">How far that can be trusted.</param>
public readonly record struct ClockAnchor(long Mono, DateTimeOffset Time, ClockQuality Clock)
{
    /// <summary>No box runs ten years without a new start; what says so is not believed.</summary>
    public const long MaxMono = 10L * 365 * 24 * 60 * 60 * 1000;

    /// <summary>Before the first box there were no entries.</summary>
    public static readonly DateTimeOffset Earliest = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether it can be true at all.</summary>
    public bool IsPlausible => Mono is >= 0 and <= MaxMono && Time >= Earliest && Clock is not ClockQuality.Unknown;

    /// <summary>What time it was at another moment of the same start.</summary>
    public DateTimeOffset At(long mono) => Time.AddMilliseconds(mono - Mono);
}
