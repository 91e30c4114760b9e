namespace Checkpoint.Signals;

/// <summary>What the volunteer sees and hears at one moment.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Light">Light pattern.</param>
/// <param name="Tone">Tone pattern.</param>
/// <param name="Words">One line for the screen or the voice.</param>
public sealed record Signal(SignalKind Kind, LightPattern Light, TonePattern Tone, Words Words)
{
    /// <summary>A second line that somebody should know beside it, such as that a list is old; null for none.</summary>
    public Words? More { get; init; }
}
