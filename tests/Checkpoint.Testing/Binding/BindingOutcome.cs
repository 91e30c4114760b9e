namespace Checkpoint.Testing.Binding;

/// <summary>How one run fared.</summary>
/// <param name="Wrong">Its first wrong binding in words, or null if there is none.</param>
/// <param name="Trace">What happened, oldest first, if it was asked for.</param>
public sealed record BindingOutcome(string? Wrong, IReadOnlyList<string> Trace);
