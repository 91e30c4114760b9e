using System.Collections.Immutable;
using Checkpoint.Passes;

namespace Checkpoint.Sensing;

/// <summary>
/// What a clinical thermometer said after the gate referred somebody. Beside the gate's surface it is the place's own truth: from enough
/// of them the hub tells how often a referral here is right.
/// </summary>
/// <param name="Entry">Number of the person's entry in the same journal.</param>
/// <param name="Body">What was read.</param>
/// <param name="Site">Where.</param>
/// <param name="Operators">The badges of those on duty, who read it; no names. May be empty.</param>
public sealed record ClinicalReading(long Entry, BodyTemperature Body, ClinicalSite Site, ImmutableArray<PassId> Operators);
