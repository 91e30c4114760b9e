namespace Checkpoint.Passes.Shc;

/// <summary>The card revocation lists that a box has, the newest of each key.</summary>
/// <param name="lists">Any number of lists; of one key the one with the highest version counts.</param>
public sealed class ShcRevocations(IEnumerable<ShcRevocationList> lists)
{
    readonly Dictionary<KeyId, ShcRevocationList> byKey =
        lists.GroupBy(list => list.Key).ToDictionary(group => group.Key, group => group.MaxBy(list => list.Version)!);

    /// <summary>No list: no card is known to be taken back.</summary>
    public static ShcRevocations Empty { get; } = new([]);

    /// <summary>Whether a card was taken back.</summary>
    /// <param name="key">The key that signed it.</param>
    /// <param name="name">Its name (<c>rid</c>).</param>
    /// <param name="issued">When it was issued.</param>
    public bool IsRevoked(KeyId key, string name, DateTimeOffset issued) => byKey.TryGetValue(key, out var list) && list.Contains(name, issued);
}
