using System.Collections.Immutable;

namespace Checkpoint.Passes.Trust;

/// <summary>Which passes a checkpoint takes.</summary>
/// <param name="Areas">Areas whose passes it takes; empty for all.</param>
/// <param name="Classes">Classes that it takes, beside the badges of its own operators; empty for all.</param>
/// <remarks>Certificates of other systems name no area and no class of ours, and an emergency service belongs everywhere: never refused.</remarks>
public sealed record GateScope(ImmutableArray<uint> Areas, ImmutableArray<PassClass> Classes)
{
    /// <summary>Takes everything.</summary>
    public static GateScope Everywhere { get; } = new([], []);

    /// <summary>Judges a proven pass.</summary>
    /// <returns><see cref="CodeOutcome.Valid"/>, <see cref="CodeOutcome.WrongClass"/> or <see cref="CodeOutcome.WrongArea"/>.</returns>
    public CodeOutcome Judge(PassClaims claims)
    {
        if (claims.Class is PassClass.None or PassClass.Emergency)
            return CodeOutcome.Valid;
        if (!Classes.IsEmpty && claims.Class != PassClass.Operator && !Classes.Contains(claims.Class))
            return CodeOutcome.WrongClass;
        return Areas.IsEmpty || Areas.Contains(claims.Area) || (claims.Destination is { } goal && Areas.Contains(goal))
            ? CodeOutcome.Valid
            : CodeOutcome.WrongArea;
    }
}
