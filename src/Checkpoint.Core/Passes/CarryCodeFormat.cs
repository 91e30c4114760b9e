using Checkpoint.Carrying;

namespace Checkpoint.Passes;

/// <summary>A code of a box's own entries on their way to the hub (<see cref="CarryCode"/>): known, and nobody's pass.</summary>
sealed class CarryCodeFormat : PassFormat
{
    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.None;

    /// <inheritdoc/>
    public override bool Recognises(string text) => CarryCode.Recognises(text);

    /// <inheritdoc/>
    public override PassReading Read(string text) => new PassReading.Plain(new(CodeOutcome.CarryCode));
}
