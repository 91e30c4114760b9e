using System.Collections.Immutable;
using Checkpoint.Scanning;

namespace Checkpoint.Passes.Cards;

/// <summary>How far the reading of a card has come. Codes may be shown in any order, and more than once.</summary>
/// <param name="Card">The card.</param>
public sealed record CardTest(SelfTestCard Card)
{
    /// <summary>What the codes that were read came to; the last reading of a code counts.</summary>
    public ImmutableDictionary<CodeFingerprint, CodeOutcome> Read { get; init; } =
        ImmutableDictionary<CodeFingerprint, CodeOutcome>.Empty;

    /// <summary>Readings that are no code of this card.</summary>
    public int Strange { get; init; }

    /// <summary>Codes that can still be read.</summary>
    public int Missing => Card.Codes.Count(code => code.Expected is not null && !Read.ContainsKey(code.Fingerprint));

    /// <summary>Codes that are as expected: those read, and those that nobody may read and nobody read.</summary>
    public int Passed => Card.Codes.Count(IsAsExpected);

    /// <summary>Whether all is as expected.</summary>
    public bool IsGood => Passed == Card.Codes.Length && Strange == 0;

    /// <summary>The codes that are not as expected, with what they came to; null for not read.</summary>
    public IEnumerable<(CardCode Code, CodeOutcome? Came)> Failures =>
        Card.Codes.Where(code => !IsAsExpected(code)).Select(code => (code, Outcome(code)));

    /// <summary>Takes one reading.</summary>
    public CardTest See(CodeFingerprint code, CodeOutcome outcome) => Card.Codes.Any(known => known.Fingerprint == code)
        ? this with { Read = Read.SetItem(code, outcome) }
        : this with { Strange = Strange + 1 };

    bool IsAsExpected(CardCode code) => Outcome(code) == code.Expected;

    CodeOutcome? Outcome(CardCode code) => Read.TryGetValue(code.Fingerprint, out var outcome) ? outcome : null;
}
