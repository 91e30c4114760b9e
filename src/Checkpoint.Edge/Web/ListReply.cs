using Checkpoint.Bundles;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Web;

/// <summary>A signed list in force.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Version">Its version.</param>
/// <param name="Issued">When it was signed, UTC.</param>
/// <param name="AgeDays">Whole days since.</param>
/// <param name="IsOld">Whether it is past the moment that it names itself.</param>
sealed record ListReply(string Kind, int Version, DateTimeOffset Issued, int AgeDays, bool IsOld)
{
    /// <summary>Every list in force.</summary>
    public static IReadOnlyList<ListReply> Of(BundleState state, DateTimeOffset now) =>
    [
        .. state.InForce.Values.OrderBy(list => list.Kind).Select(list => new ListReply(
            WireName<BundleKind>.Of(list.Kind), list.Version, list.Issued, (int)Math.Max(0, (now - list.Issued).TotalDays), list.Expires < now)),
    ];
}
