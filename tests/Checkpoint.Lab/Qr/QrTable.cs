using System.Globalization;
using System.Text.RegularExpressions;

namespace Checkpoint.Lab.Qr;

/// <summary>What was read of every set and group of sets.</summary>
sealed partial class QrTable(IReadOnlyList<QrShowing> showings)
{
    const string Painted = "syn-";
    const string Sweep = "syn-ppm";
    const string Inverted = "syn-inverted";
    const string Encodings = "enc-";
    const double ReadableModule = 2; // pixels; the hard limit of every library lies just below

    /// <summary>Every picture with a code.</summary>
    public IReadOnlyList<QrShowing> Codes { get; } = [.. showings.Where(s => s.Picture.Kind == QrKind.Code)];

    /// <summary>Every picture without one.</summary>
    public IReadOnlyList<QrShowing> Empty { get; } = [.. showings.Where(s => s.Picture.Kind == QrKind.Empty)];

    /// <summary>Photographs that others published.</summary>
    public IReadOnlyList<QrShowing> Public => Of(set => !Starts(set, Painted) && !Starts(set, Encodings));

    /// <summary>Painted codes that are dark on light and large enough.</summary>
    public IReadOnlyList<QrShowing> Synthetic => Of(set => Starts(set, Painted) && !Starts(set, Sweep) && !Starts(set, Inverted));

    /// <summary>Painted codes that are light on dark.</summary>
    public IReadOnlyList<QrShowing> LightOnDark => Of(set => Starts(set, Inverted));

    /// <summary>Codes of the sweep with modules of two pixels or more; the file's name says how many.</summary>
    public IReadOnlyList<QrShowing> LargeEnough => [.. Of(set => Starts(set, Sweep)).Where(s => ModuleOf(s.Picture.Name) >= ReadableModule)];

    /// <summary>Share in percent that was read right.</summary>
    public static double Rate(IReadOnlyCollection<QrShowing> some, Func<QrShowing, QrOutcome> by) =>
        100.0 * some.Count(s => by(s) == QrOutcome.Right) / some.Count;

    /// <summary>One line a set.</summary>
    public IEnumerable<string> Lines() => showings.GroupBy(s => s.Picture.Set, StringComparer.Ordinal).Select(set =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Key,-18} {set.Count(),4} bare {Right(set, s => s.Bare),4} ours {Right(set, s => s.Ours),4}  wrong {set.Count(s => s.Bare == QrOutcome.Wrong)}/{set.Count(s => s.Ours == QrOutcome.Wrong)}  {Ways(set)}"));

    static int Right(IEnumerable<QrShowing> set, Func<QrShowing, QrOutcome> by) => set.Count(s => by(s) == QrOutcome.Right);

    static string Ways(IEnumerable<QrShowing> set) =>
        string.Join(", ", set.Where(s => s.Look is not null).GroupBy(s => s.Look).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));

    static bool Starts(string set, string prefix) => set.StartsWith(prefix, StringComparison.Ordinal);

    static double ModuleOf(string name) => ModuleSize().Match(name) is { Success: true } found
        ? double.Parse(found.Groups["size"].ValueSpan, CultureInfo.InvariantCulture)
        : 0;

    IReadOnlyList<QrShowing> Of(Func<string, bool> sets) => [.. Codes.Where(s => sets(s.Picture.Set))];

    [GeneratedRegex(@"ppm(?<size>\d+(\.\d+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModuleSize();
}
