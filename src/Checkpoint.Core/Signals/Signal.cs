using Checkpoint.Signals.Speaking;

namespace Checkpoint.Signals;

/// <summary>What the volunteer sees and hears at one moment.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Light">Light pattern.</param>
/// <param name="Tone">Tone pattern.</param>
/// <param name="Words">One line for the screen.</param>
public sealed record Signal(SignalKind Kind, LightPattern Light, TonePattern Tone, Words Words)
{
    /// <summary>A second line that somebody should know beside it, such as that a list is old; null for none.</summary>
    public Words? More { get; init; }

    /// <summary>What a voice says with it; shorter than the words, and nothing that others must not hear.</summary>
    public Phrase Phrase { get; init; }
}
