using System.CommandLine;
using System.Globalization;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Passes;

/// <summary>Options that several tools share, and how their values are read.</summary>
static class ToolOptions
{
    static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>A private key.</summary>
    public static Option<FileInfo> Key(string what) =>
        new Option<FileInfo>("--key") { Description = what, Required = true }.AcceptExistingOnly();

    /// <summary>The county's published lists.</summary>
    public static Option<DirectoryInfo> Lists() =>
        new Option<DirectoryInfo>("--lists") { Description = "名单目录（含 root.pem） Folder of the county's lists, with root.pem", Required = true }.AcceptExistingOnly();

    /// <summary>Names of an enumeration, such as <c>resident,visitor</c>.</summary>
    /// <exception cref="InvalidDataException">One is not known.</exception>
    public static IEnumerable<T> Names<T>(IEnumerable<string> texts, string option)
        where T : struct, Enum => texts.SelectMany(text => text.Split(',')).Select(text => Name<T>(text, option));

    /// <summary>A name of an enumeration.</summary>
    /// <exception cref="InvalidDataException">It is not known.</exception>
    public static T Name<T>(string text, string option)
        where T : struct, Enum =>
        WireName<T>.TryParse(text, out var value) && !EqualityComparer<T>.Default.Equals(value, default)
            ? value
            : throw Wrong(option, text, string.Join(", ", Enum.GetValues<T>().Skip(1).Select(WireName<T>.Of)));

    /// <summary>A month as a moment: its first minute here.</summary>
    /// <exception cref="InvalidDataException">Not <c>yyyy-MM</c>.</exception>
    public static DateTimeOffset Month(string text, TimeProvider clock) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Start(day, clock)
            : throw Wrong("--month", text, "2026-11");

    /// <summary>The first minute of a day here.</summary>
    /// <exception cref="InvalidDataException">Not <c>yyyy-MM-dd</c>.</exception>
    public static DateTimeOffset From(string text, TimeProvider clock) => Start(Day(text), clock);

    /// <summary>The last minute of a day here.</summary>
    /// <exception cref="InvalidDataException">Not <c>yyyy-MM-dd</c>.</exception>
    public static DateTimeOffset Until(string text, TimeProvider clock) => Start(Day(text).AddDays(1), clock).AddMinutes(-1);

    /// <summary>A moment: local time, or with its zone. A day alone is its first minute.</summary>
    /// <exception cref="InvalidDataException">Not a moment.</exception>
    public static DateTimeOffset Moment(string text, string option, TimeProvider clock)
    {
        if (!DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
            throw Wrong(option, text, "2026-11-21T08:30, 2026-11-21T00:30Z");
        return moment.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(moment, clock.LocalTimeZone.GetUtcOffset(moment)).ToUniversalTime()
            : new DateTimeOffset(moment.ToUniversalTime());
    }

    /// <summary>What is wrong with a value.</summary>
    public static InvalidDataException Wrong(string option, string value, string expected) =>
        new($"{option} {value}: 应为 expected {expected}");

    static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Wrong("--from/--until", text, "2026-11-21");

    static DateTimeOffset Start(DateOnly day, TimeProvider clock)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
