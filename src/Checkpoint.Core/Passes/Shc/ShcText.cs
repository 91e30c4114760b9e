using System.Globalization;

namespace Checkpoint.Passes.Shc;

/// <summary>
/// The text of one health card code: <c>shc:/</c> and digits, or <c>shc:/n/m/</c> and digits for one part of several; two digits a
/// character (SMART Health Cards Framework 1.4, "Encoding Chunks as QR Codes").
/// </summary>
/// <param name="Part">Which part; null for a card in one code.</param>
/// <param name="Token">The characters that the digits stand for.</param>
sealed record ShcText(PartNumber? Part, string Token)
{
    /// <summary>What every such code begins with; the slash after it is checked, so that a code without it has its own reason.</summary>
    public const string Prefix = "shc:";

    /// <summary>What stands before the digits, or before the number of a part.</summary>
    public const string Scheme = Prefix + "/";

    /// <summary>Characters in a card of one code: what a version 22 code at level L holds.</summary>
    public const int MaxSingle = 1195;

    /// <summary>Characters in one part of several.</summary>
    public const int MaxPart = 1191;

    /// <summary>Parts that a gate waits for; the framework names no limit, and cards in use have two or three.</summary>
    public const int MaxParts = 20;

    const int FirstCharacter = 45; // the digits count from '-'
    const int MaxPartDigits = 2; // of a part's number

    /// <summary>Reads a text.</summary>
    /// <param name="text">A text with the prefix.</param>
    /// <param name="read">What it holds if there is no fault.</param>
    /// <returns>What is wrong, or <see cref="PassFault.None"/>.</returns>
    public static PassFault TryRead(string text, out ShcText? read)
    {
        read = null;
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
            return PassFault.Prefix;
        var pieces = text[Scheme.Length..].Split('/');
        return pieces switch
        {
            [var digits] => TryToken(digits, MaxSingle, part: null, out read),
            [var number, var count, var digits] when PartOf(number, count) is { } part => TryToken(digits, MaxPart, part, out read),
            _ => PassFault.Parts,
        };
    }

    static PartNumber? PartOf(string number, string count) =>
        TryCount(number, out var n) && TryCount(count, out var of) && of is >= 2 and <= MaxParts && n >= 1 && n <= of
            ? new(n, of)
            : null;

    // One spelling: no sign, no leading zero.
    static bool TryCount(string text, out int value)
    {
        value = 0;
        return text.Length is > 0 and <= MaxPartDigits && text[0] != '0'
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    static PassFault TryToken(string digits, int most, PartNumber? part, out ShcText? read)
    {
        read = null;
        if (digits.Length == 0 || digits.Length > 2 * most)
            return PassFault.Length;
        if (digits.Length % 2 != 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return PassFault.Text;

        var token = string.Create(digits.Length / 2, digits, static (characters, digits) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = (char)(FirstCharacter + (10 * (digits[2 * i] - '0')) + digits[(2 * i) + 1] - '0');
        });
        read = new(part, token);
        return token.AsSpan().ContainsAnyExcept(ShcToken.Characters) ? PassFault.Text : PassFault.None;
    }
}
