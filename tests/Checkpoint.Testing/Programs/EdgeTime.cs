namespace Checkpoint.Testing.Programs;

/// <summary>What a box says of its time.</summary>
/// <param name="Time">The gate's time, UTC; not before what must already be past.</param>
/// <param name="Quality">How far it can be trusted: <c>synced</c>, <c>rtc</c>, <c>estimated</c> or <c>unknown</c>.</param>
public sealed record EdgeTime(DateTimeOffset Time, string Quality);
