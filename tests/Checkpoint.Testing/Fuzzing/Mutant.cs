namespace Checkpoint.Testing.Fuzzing;

/// <summary>A bad code.</summary>
/// <param name="Kind">How it was made.</param>
/// <param name="Texts">What is shown, one code after the other.</param>
sealed record Mutant(string Kind, IReadOnlyList<string> Texts)
{
    /// <summary>A bad code that is one code.</summary>
    public Mutant(string kind, string text)
        : this(kind, [text])
    {
    }
}
