using System.Globalization;
using System.Text.RegularExpressions;

namespace Checkpoint.Policies.CertLogic;

/// <summary>Dates and date-times as CertLogic reads and shifts them (specification 1.3, "Offset date-time" and "DCC Date of birth").</summary>
static partial class LogicMoment
{
    const int LongestText = 64;

    /// <summary>
    /// Reads <c>YYYY</c> and <c>YYYY-MM</c> as their last day, <c>YYYY-MM-DD</c>, or <c>YYYY-MM-DDThh:mm:ss</c> with decimals and offset or
    /// without; no offset is UTC, and decimals after the third are cut off.
    /// </summary>
    public static DateTimeOffset? Read(string text) => text.Length <= LongestText ? ReadDate(text) ?? ReadDateTime(text) : null;

    /// <summary>Reads a date that may be partial, as a date of birth is.</summary>
    public static DateTimeOffset? ReadDate(string text) => text.Length switch
    {
        4 when TryNumber(text, out var year) => Make(year, 12, 31),
        7 when text[4] == '-' && TryNumber(text.AsSpan(0, 4), out var year) && TryNumber(text.AsSpan(5), out var month) && year > 0
            && month is >= 1 and <= 12 => Make(year, month, DateTime.DaysInMonth(year, month)),
        10 when text[4] == '-' && text[7] == '-' && TryNumber(text.AsSpan(0, 4), out var year)
            && TryNumber(text.AsSpan(5, 2), out var month) && TryNumber(text.AsSpan(8), out var day) => Make(year, month, day),
        _ => null,
    };

    /// <summary>
    /// Shifts in UTC. A day that the month does not have runs over into the next, as ECMAScript's <c>setUTCMonth</c> does:
    /// 2020-02-29 and one year is 2021-03-01.
    /// </summary>
    /// <returns>Null beyond the years 1 … 9999.</returns>
    public static DateTimeOffset? Shift(DateTimeOffset from, long amount, TimeUnit unit)
    {
        var utc = from.UtcDateTime;
        return unit switch
        {
            TimeUnit.Hour => Add(utc, TimeSpan.TicksPerHour, amount),
            TimeUnit.Day => Add(utc, TimeSpan.TicksPerDay, amount),
            TimeUnit.Month => Months(utc, amount),
            _ => Months(utc, amount * 12),
        };
    }

    static DateTimeOffset? Months(DateTime utc, long amount)
    {
        var month = utc.Year * 12L + utc.Month - 1 + amount;
        if (month is < 12 or >= 10_000 * 12L)
            return null;
        var first = new DateTime((int)(month / 12), (int)(month % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return Add(first, 1, (utc.Day - 1) * TimeSpan.TicksPerDay + utc.TimeOfDay.Ticks);
    }

    static DateTimeOffset? Add(DateTime utc, long ticks, long amount)
    {
        var sum = utc.Ticks + (Int128)ticks * amount;
        return sum >= 0 && sum <= DateTime.MaxValue.Ticks ? new DateTimeOffset((long)sum, TimeSpan.Zero) : null;
    }

    static DateTimeOffset? ReadDateTime(string text)
    {
        if (DateTimePattern().Match(text) is not { Success: true } match)
            return null;
        if (Make(Part(match, "year"), Part(match, "month"), Part(match, "day")) is not { } day)
            return null;
        var (hour, minute, second) = (Part(match, "hour"), Part(match, "minute"), Part(match, "second"));
        if (hour > 23 || minute > 59 || second > 59 || Part(match, "hours") > 23 || Part(match, "minutes") > 59)
            return null;
        var decimals = match.Groups["decimals"].Value.PadRight(4, '0');
        var offset = new TimeSpan(Part(match, "hours"), Part(match, "minutes"), 0) * (match.Groups["sign"].ValueSpan is "-" ? -1 : 1);
        var local = new TimeSpan(0, hour, minute, second, Number(decimals.AsSpan(1, 3)));
        return Add(day.UtcDateTime, 1, local.Ticks - offset.Ticks);
    }

    static DateTimeOffset? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;

    static int Part(Match match, string group) => match.Groups[group].Success ? Number(match.Groups[group].ValueSpan) : 0;

    static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

#pragma warning disable MA0009 // at most 64 characters, and no two ways to match any of them: there is nothing to time out
    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?<decimals>\.[0-9]+)?(Z|(?<sign>[+-])(?<hours>[0-9]{1,2}):?(?<minutes>[0-9]{2})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateTimePattern();
#pragma warning restore MA0009
}
