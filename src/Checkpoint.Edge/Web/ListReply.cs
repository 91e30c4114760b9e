using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Passes;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Web;

/// <summary>A signed list in force.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Version">Its version.</param>
/// <param name="Issued">When it was signed, UTC.</param>
/// <param name="AgeDays">Whole days since; null if the clock is not to be trusted.</param>
/// <param name="IsOld">Whether it is past the moment that it names itself.</param>
sealed record ListReply(string Kind, int Version, DateTimeOffset Issued, int? AgeDays, bool IsOld)
{
    /// <summary>Its age for people at a terminal.</summary>
    public string Age() => AgeDays is { } days
        ? string.Create(CultureInfo.InvariantCulture, $"{days} 天前 days old")
        : "已过几天不明 age unknown";

    /// <summary>Every list in force.</summary>
    public static IReadOnlyList<ListReply> Of(BundleState state, CheckTime time) =>
    [
        .. state.InForce.Values.OrderBy(list => list.Kind).Select(list => new ListReply(
            WireName<BundleKind>.Of(list.Kind), list.Version, list.Issued, list.DaysAt(time), list.IsOldAt(time))),
    ];
}
