using Checkpoint.Passes.Identity;
using Checkpoint.Signals;

namespace Checkpoint.Passes;

/// <summary>The first of the three steps (查码), done or skipped for a recorded reason.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Claims">What the pass says, as far as it could be read; only with <see cref="CodeOutcome.Valid"/> is it proven.</param>
public sealed record CodeCheck(CodeOutcome Outcome, PassClaims? Claims = null)
{
    /// <summary>Which kind of code it is.</summary>
    public PassProfile Profile { get; init; }

    /// <summary>What exactly is wrong with a code that cannot be read; null for every other outcome.</summary>
    public PassFault? Fault { get; init; }

    /// <summary>Everything a health certificate says, for rules about its content; never stored or logged. Null for passes that carry none.</summary>
    public PassDocument? Document { get; init; }

    /// <summary>The ID number of a code that is nothing but one, to be sealed; never stored or logged. Null for every other code.</summary>
    public CarriedNumber? IdNumber { get; init; }

    /// <summary>Whose health code it is, for the screen: 粤康码, and the province in English; null for every other code.</summary>
    public Words? Origin { get; init; }

    /// <summary>The colour that the volunteer saw on a health code; it proves nothing of the bearer.</summary>
    public HealthColour Colour { get; init; }

    /// <summary>A list that may be too old for this result, for the screen; null if none is in doubt. It is not recorded.</summary>
    public ListAge? List { get; init; }

    /// <summary>Which part it is; only with <see cref="CodeOutcome.Part"/>, and only where the code itself says so.</summary>
    public PartNumber? Part { get; init; }

    /// <summary>Whether the bearer's pass is on the watchlist: somebody waits for this person.</summary>
    public bool IsWatched { get; init; }
}
