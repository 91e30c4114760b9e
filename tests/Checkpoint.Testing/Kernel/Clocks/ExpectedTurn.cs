namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>A turn of the clock that a box must have journaled.</summary>
/// <param name="Boot">In which start of it.</param>
/// <param name="Turn">As it is published: <c>set</c>, <c>stepped</c> or <c>refused</c>; with a bar between where more than one will do.</param>
/// <param name="Said">What the system's clock said then.</param>
public sealed record ExpectedTurn(int Boot, string Turn, DateTimeOffset Said);
