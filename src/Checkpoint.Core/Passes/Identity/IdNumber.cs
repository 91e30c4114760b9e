using System.Globalization;

namespace Checkpoint.Passes.Identity;

/// <summary>
/// A mainland ID number (GB 11643-1999): six digits of area, eight of the date of birth, three of order, one check character (ISO 7064,
/// MOD 11-2). It names somebody, so nothing of it is ever kept in clear.
/// </summary>
static class IdNumber
{
    /// <summary>Characters of a number.</summary>
    public const int Length = 18;

    const int DateBegin = 6;
    const int DateLength = 8;
    const string CheckCharacters = "10X98765432";

    static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // GB/T 2260: the first two digits of every province, autonomous region, municipality and special region; 83 and 91 for residents of
    // Taiwan and foreigners with a permit.
    static ReadOnlySpan<byte> Provinces =>
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
        91,
    ];

    /// <summary>Whether a text looks like a number: 17 digits and a digit or X.</summary>
    public static bool LooksLike(ReadOnlySpan<char> text) =>
        text.Length == Length && !text[..^1].ContainsAnyExceptInRange('0', '9') && (char.IsAsciiDigit(text[^1]) || text[^1] is 'X' or 'x');

    /// <summary>Whether a number that looks like one can be one: its area, its date and its check character.</summary>
    public static bool IsRight(ReadOnlySpan<char> number) => WrongAt(number) is null;

    /// <summary>Where the first part of a number is that cannot be: 0 its area, 6 its date, 17 its check character; null if it is right.</summary>
    public static int? WrongAt(ReadOnlySpan<char> number)
    {
        if (!Provinces.Contains((byte)(((number[0] - '0') * 10) + number[1] - '0')))
            return 0;
        if (!HasDate(number))
            return DateBegin;
        return HasCheck(number) ? null : Length - 1;
    }

    // No clock here: a birth after today is caught by nobody, one before 1850 or no calendar day is.
    static bool HasDate(ReadOnlySpan<char> number) =>
        DateOnly.TryParseExact(
            number.Slice(DateBegin, DateLength), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1850 and < 2100;

    static bool HasCheck(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Weights[i] * (number[i] - '0');
        return char.ToUpperInvariant(number[^1]) == CheckCharacters[sum % CheckCharacters.Length];
    }
}
