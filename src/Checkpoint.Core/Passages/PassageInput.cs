using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Correcting;

namespace Checkpoint.Passages;

/// <summary>Something that happens at the gate.</summary>
/// <param name="At">Time since the program started, monotonic: a step of the wall clock cannot stretch a time-out.</param>
public abstract record PassageInput(TimeSpan At)
{
    /// <summary>Somebody came: a rising edge of the presence sensor.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Direction">Which way they go.</param>
    public sealed record Arrived(TimeSpan At, Direction Direction) : PassageInput(At);

    /// <summary>Whoever was there has gone.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record Left(TimeSpan At) : PassageInput(At);

    /// <summary>A code came into view and was checked. A code that stays in view is one input.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Fingerprint">Tells it from other codes.</param>
    /// <param name="Code">What checking it came to.</param>
    public sealed record CodeShown(TimeSpan At, CodeFingerprint Fingerprint, CodeCheck Code) : PassageInput(At)
    {
        /// <summary>When it was before the reader, not after <see cref="PassageInput.At"/>: finding a code in a picture and checking it take time.</summary>
        public TimeSpan SeenAt { get; init; } = At;

        /// <summary>What was counted of the pass before now; null without a pass, or if nothing could be counted.</summary>
        public VisitFacts? Visit { get; init; }
    }

    /// <summary>One part of a code of several came into view; the code is not known yet.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Have">Parts seen.</param>
    /// <param name="Of">Parts in all.</param>
    public sealed record PartShown(TimeSpan At, int Have, int Of) : PassageInput(At);

    /// <summary>The thermometer was read.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Reading">A temperature or a fault.</param>
    public sealed record Sampled(TimeSpan At, ThermometerReading Reading) : PassageInput(At)
    {
        /// <summary>Where the thermometer looked; null on a box that does not measure distances.</summary>
        public Aim? Aim { get; init; }
    }

    /// <summary>The volunteer pressed a button.</summary>
    /// <param name="At">Time since the program started.</param>
    /// <param name="Action">Which.</param>
    public sealed record Operated(TimeSpan At, OperatorAction Action) : PassageInput(At);

    /// <summary>Time passed.</summary>
    /// <param name="At">Time since the program started.</param>
    public sealed record Ticked(TimeSpan At) : PassageInput(At);
}
