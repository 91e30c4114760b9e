using System.Globalization;
using System.Text.RegularExpressions;
using Checkpoint.Journaling;

namespace Checkpoint.Hosting.Files;

/// <summary>
/// How files that are carried by hand are called: the box and numbers, nothing else. In order of their names, entries are in order of their
/// numbers.
/// </summary>
public static partial class CarryNames
{
    /// <summary>A file of entries.</summary>
    [GeneratedRegex("^checkpoint-records-[a-z0-9-]{1,32}-[0-9a-f]{16}-[0-9]{10,16}-[0-9]{10,16}\\.jws\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Records { get; }

    /// <summary>A file of watermarks.</summary>
    [GeneratedRegex("^checkpoint-watermarks-[a-z0-9-]{1,32}\\.jws\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Watermarks { get; }

    /// <summary>A signed list, as <see cref="Bundles.BundleFolder.NameOf"/> names it.</summary>
    [GeneratedRegex("^(trust|revocation|policy|watchlist|card)-[0-9]{1,10}\\.jws\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Lists { get; }

    /// <summary>Name of a file of entries.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="last">Number of the last.</param>
    public static string OfRecords(EntryKey first, long last) =>
        string.Create(CultureInfo.InvariantCulture, $"checkpoint-records-{first.Device}-{first.Epoch}-{first.Seq:0000000000}-{last:0000000000}.jws");

    /// <summary>Name of a file of watermarks.</summary>
    public static string OfWatermarks(DeviceId device) => $"checkpoint-watermarks-{device}.jws";
}
