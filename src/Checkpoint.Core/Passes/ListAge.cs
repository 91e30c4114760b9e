using System.Collections.Immutable;
using Checkpoint.Bundles;

namespace Checkpoint.Passes;

/// <summary>A list that the result of a check hangs on, and how old it is.</summary>
/// <param name="Kind">Which list.</param>
/// <param name="Issued">When it was signed; the offset is the checkpoint's. Null if there is none on this box yet.</param>
/// <param name="Days">Whole days since; null if the clock is not to be trusted, or without a list.</param>
public sealed record ListAge(BundleKind Kind, DateTimeOffset? Issued, int? Days)
{
    /// <summary>
    /// The list that somebody should be told of: the trust list where the issuer is not on it, or a list past its own date where a newer one
    /// might have said otherwise.
    /// </summary>
    /// <param name="outcome">What the check came to.</param>
    /// <param name="lists">What is in force.</param>
    /// <param name="time">When the code was checked.</param>
    /// <returns>Null if no list is in doubt.</returns>
    public static ListAge? Of(CodeOutcome outcome, ImmutableDictionary<BundleKind, BundleHeader> lists, CheckTime time) => outcome switch
    {
        CodeOutcome.UnknownIssuer => Of(BundleKind.Trust, lists, time),
        CodeOutcome.IssuerOutOfDate when IsOld(BundleKind.Trust, lists, time) => Of(BundleKind.Trust, lists, time),
        CodeOutcome.Valid when IsOld(BundleKind.Revocation, lists, time) => Of(BundleKind.Revocation, lists, time),
        CodeOutcome.Valid when IsOld(BundleKind.Trust, lists, time) => Of(BundleKind.Trust, lists, time),
        _ => null,
    };

    static ListAge Of(BundleKind kind, ImmutableDictionary<BundleKind, BundleHeader> lists, CheckTime time) => lists.TryGetValue(kind, out var list)
        ? new(kind, list.Issued, list.DaysAt(time))
        : new(kind, Issued: null, Days: null);

    static bool IsOld(BundleKind kind, ImmutableDictionary<BundleKind, BundleHeader> lists, CheckTime time) =>
        lists.TryGetValue(kind, out var list) && list.IsOldAt(time);
}
