namespace Checkpoint.Sealing;

/// <summary>Text of a person's field: from a code or a keyboard, so of any kind and length.</summary>
static class PersonalText
{
    /// <summary>The text without control characters, half characters and space around it, cut to a length; null if nothing is left.</summary>
    /// <param name="text">The text; null if not known.</param>
    /// <param name="most">Characters (UTF-16) to keep; one beyond U+FFFF is kept whole or not at all.</param>
    public static string? Clean(string? text, int most)
    {
        if (text is null)
            return null;
        var clean = new System.Text.StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most)
                break;
            if (!System.Text.Rune.IsControl(rune) && rune != System.Text.Rune.ReplacementChar)
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim() is { Length: > 0 } kept ? kept : null;
    }
}
