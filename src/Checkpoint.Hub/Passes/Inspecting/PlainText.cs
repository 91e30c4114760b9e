using System.Globalization;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>What a stranger wrote, made harmless for a terminal: no character that moves, hides or turns text, and not much of it.</summary>
static class PlainText
{
    /// <summary>Characters shown of one text.</summary>
    public const int MaxLength = 160;

    const char Replacement = '\uFFFD';

    /// <summary>What stands for something personal.</summary>
    public const string Masked = "***";

    /// <summary>The text to show.</summary>
    public static string Of(string text) =>
        string.Concat(text.Take(MaxLength).Select(character => IsPlain(character) ? character : Replacement)) + (text.Length > MaxLength ? "…" : "");

    static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
