namespace Checkpoint.Testing.Programs;

/// <summary>What a box shows the volunteer.</summary>
/// <param name="Kind">What it means, such as <c>admit</c>.</param>
/// <param name="Light">Colour of the light, such as <c>green</c>.</param>
public sealed record EdgeSignal(string Kind, string Light);
