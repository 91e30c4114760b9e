namespace Checkpoint.Lab.Dcc;

/// <summary>One expectation of one vector, held against the gate.</summary>
/// <param name="Key">Which expectation.</param>
/// <param name="Expected">What the vector expects.</param>
/// <param name="Told">What the gate says; null where the gate stopped before that question.</param>
/// <param name="Why">The gate's reason.</param>
sealed record DccJudgement(string Key, bool Expected, bool? Told, string Why)
{
    /// <summary>Why the vector's own data contradict its expectation; null if they do not.</summary>
    public string? Dispute { get; init; }

    /// <summary>Whether the question was never put, because the gate refused before, as the vector wants.</summary>
    public bool IsMoot { get; init; }

    /// <summary>Whether the gate agrees.</summary>
    public bool Agrees => Told == Expected;
}
