namespace Checkpoint.Sensing;

/// <summary>
/// What a clinical thermometer said after the gate referred somebody. Beside the gate's surface it is the place's own truth: from enough
/// of them the hub tells how often a referral here is right.
/// </summary>
/// <param name="Body">What was read.</param>
/// <param name="Site">Where.</param>
/// <param name="Operator">Who read it, by the number of their badge; no name.</param>
public sealed record ClinicalReading(BodyTemperature Body, ClinicalSite Site, string Operator);
