namespace Checkpoint.Passages.Visits;

/// <summary>One of a household went out.</summary>
/// <param name="Subject">Stands for the pass.</param>
/// <param name="Out">When.</param>
/// <param name="IsBack">Whether it has come back.</param>
public readonly record struct Outing(ulong Subject, DateTimeOffset Out, bool IsBack);
