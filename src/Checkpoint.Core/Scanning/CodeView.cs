namespace Checkpoint.Scanning;

/// <summary>The code in front of the camera. A code that stays in view is one reading, however often it is decoded.</summary>
/// <param name="Current">The code in view, or null.</param>
/// <param name="Misses">Frames in a row without it.</param>
public readonly record struct CodeView(CodeFingerprint? Current, int Misses)
{
    /// <summary>A code has left after this many frames without it; fewer may be a blink of the decoder.</summary>
    public const int MaxMisses = 5;

    /// <summary>Nothing in view.</summary>
    public static CodeView Empty { get; }

    /// <summary>Takes one frame.</summary>
    /// <param name="seen">The code that it showed, or null.</param>
    /// <param name="isNew">Whether that code has just come into view.</param>
    public CodeView See(CodeFingerprint? seen, out bool isNew)
    {
        isNew = seen is not null && seen != Current;
        if (seen is not null)
            return new(seen, 0);
        return Misses + 1 < MaxMisses ? this with { Misses = Misses + 1 } : Empty;
    }
}
