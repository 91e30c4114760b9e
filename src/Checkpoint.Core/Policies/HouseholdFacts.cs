namespace Checkpoint.Policies;

/// <summary>What this gate has counted of one household, the pass in hand included. Null is not known.</summary>
/// <param name="Outings">Times that one of it went out within <see cref="Policy.QuotaWindow"/>.</param>
/// <param name="Away">How many of it went out within that time and are not back.</param>
public sealed record HouseholdFacts(int? Outings, int? Away);
