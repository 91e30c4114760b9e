using System.Globalization;

namespace Checkpoint.Sealing;

/// <summary>
/// De-identified spellings for whoever works at the gate (GB/T 35273-2020, 7.2: screens show what the purpose needs). They are enough to tell the person
/// who just passed from the one before, and not enough to name anybody.
/// </summary>
public static class Masks
{
    /// <summary>What stands for something hidden.</summary>
    public const char Hidden = '*';

    const int AreaDigits = 3;
    const int LastCharacters = 2;

    /// <summary>A name: the first letter and two stars, however long it is: 张**, J**. Empty if there is none.</summary>
    public static string Name(string? name)
    {
        var first = name is null ? "" : StringInfo.GetNextTextElement(name.TrimStart());
        return first.Length == 0 ? "" : Rune(first) + new string(Hidden, 2);
    }

    /// <summary>An ID number: the first three and the last two characters: 411*************1X. Anything else is hidden whole. Empty if there is none.</summary>
    public static string IdNumber(string? number) => number switch
    {
        null or "" => "",
        { Length: Passes.Identity.IdNumber.Length } => string.Concat(
            number.AsSpan(0, AreaDigits), new string(Hidden, number.Length - AreaDigits - LastCharacters), number.AsSpan(number.Length - LastCharacters)),
        _ => new string(Hidden, 2),
    };

    /// <summary>Whom an entry is about: the masked name, else the masked ID number; empty if neither is known.</summary>
    public static string Identity(PersonalFields fields) => Name(fields.Name) is { Length: > 0 } name ? name : IdNumber(fields.IdNumber);

    // A text element may carry many combining marks, which could spell something: the first character alone is kept.
    static string Rune(string element) => System.Text.Rune.GetRuneAt(element, 0).ToString();
}
