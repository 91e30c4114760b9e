using System.Collections.Immutable;

namespace Checkpoint.Carrying;

/// <summary>Codes of one sequence as they were scanned: in any order, some again, some not yet.</summary>
/// <param name="Set">The sequence.</param>
/// <param name="Of">How many codes it has.</param>
public sealed record ScannedCodes(uint Set, int Of)
{
    /// <summary>Sequences that are told apart in one sitting; a code of another is not taken.</summary>
    public const int MaxSets = 16;

    /// <summary>Those that were scanned, by number.</summary>
    public ImmutableSortedDictionary<int, ReadOnlyMemory<byte>> Parts { get; init; } = ImmutableSortedDictionary<int, ReadOnlyMemory<byte>>.Empty;

    /// <summary>Numbers of those that were not.</summary>
    public IEnumerable<int> Missing => Enumerable.Range(1, Of).Where(number => !Parts.ContainsKey(number));

    /// <summary>Takes one more code into the sequences that were begun.</summary>
    /// <param name="sets">The sequences.</param>
    /// <param name="code">The code.</param>
    public static ImmutableArray<ScannedCodes> Take(ImmutableArray<ScannedCodes> sets, CarryCode code)
    {
        var at = sets.IndexOf(sets.FirstOrDefault(known => known.Set == code.Set && known.Of == code.Of)!);
        if (at >= 0)
            return sets.SetItem(at, sets[at].With(code));
        return sets.Length < MaxSets ? sets.Add(new ScannedCodes(code.Set, code.Of).With(code)) : sets;
    }

    /// <summary>The file that the codes are of.</summary>
    /// <returns>The file, its signature not checked; null while a code is missing, or if they are not of one file.</returns>
    public byte[]? TryJoin() => Parts.Count == Of ? CarryCodes.Join(Parts.Values, Set) : null;

    ScannedCodes With(CarryCode code) => this with { Parts = Parts.SetItem(code.Number, code.Content) };
}
