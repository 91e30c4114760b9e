namespace Checkpoint.Passes.Identity;

/// <summary>A mainland ID number, bare or behind a word that commonly stands before it. It proves nothing, and goes no further than to be sealed.</summary>
sealed class NationalIdFormat : PassFormat
{
    // As printed on cards and written by people who make their own codes; the number stands last.
    static readonly string[] Words =
        ["公民身份号码", "居民身份证号", "身份证号码", "身份证号", "身份证", "SFZH", "IDCARD", "IDNO", "ID"];

    const string Separators = ":： =";

    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.NationalId;

    /// <inheritdoc/>
    public override bool Recognises(string text) => IdNumber.LooksLike(NumberIn(text));

    /// <inheritdoc/>
    public override PassReading Read(string text)
    {
        var number = NumberIn(text);
        return new PassReading.Plain(IdNumber.IsRight(number)
            ? new(CodeOutcome.IdentityOnly) { IdNumber = new(number.ToString().ToUpperInvariant()) }
            : new(CodeOutcome.IdNumberWrong));
    }

    static ReadOnlySpan<char> NumberIn(string text)
    {
        var rest = text.AsSpan().Trim();
        foreach (var word in Words)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return rest[word.Length..].TrimStart(Separators);
        }

        return rest;
    }
}
