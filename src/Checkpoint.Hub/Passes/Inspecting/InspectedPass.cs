using Checkpoint.Bundles;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Inspecting;
using Checkpoint.Policies;
using Checkpoint.Sensing;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>One code as a tool tells of it.</summary>
/// <param name="Inspection">What can be said of it.</param>
/// <param name="Lists">What it was judged by; null if no lists were given.</param>
/// <param name="At">When it was judged, UTC.</param>
/// <param name="ShortNumber">Its number on the printed sheet; null if no register has it.</param>
/// <param name="ShowsPersonal">Whether what is personal is to be told.</param>
sealed record InspectedPass(PassInspection Inspection, BundleState? Lists, DateTimeOffset At, string? ShortNumber, bool ShowsPersonal)
{
    /// <summary>What the gate itself says of it.</summary>
    public CodeCheck Check => Inspection.Check;

    /// <summary>What the volunteer is told for the code alone: temperature in order, no rule about visits.</summary>
    public Decision Decision { get; } = ((Lists?.Policy ?? new Policy()) with { Rules = [] }).Decide(
        new(Direction.Entry, Inspection.Check, new TemperatureCheck.Skipped(TemperatureSkip.NotRequired), Attempt: 1));

    /// <summary>Whether nothing more can be said of it for want of lists.</summary>
    public bool IsUnjudged => Lists is null && Check.Outcome == CodeOutcome.UnknownIssuer;

    /// <summary>Whether a gate would refuse it for what it is. An ID number and a health code are looked at by the volunteer.</summary>
    public bool IsRefused => !IsUnjudged && (Check.IsWatched || Check.Outcome is not (CodeOutcome.Valid or CodeOutcome.IdentityOnly or CodeOutcome.HealthCode));

    /// <summary>Its number in a register; null for what is no pass.</summary>
    public string? Number => Inspection.Claims is { } claims ? PlainText.Of(new PassNumber(claims.Key, claims.Id).ToString()) : null;
}
