namespace Checkpoint.Testing.Chaos;

/// <summary>One thing that was judged.</summary>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Line">What it is, in words.</param>
public sealed record ChaosFinding(bool Good, string Line);
