using System.Collections.Frozen;

namespace Checkpoint.Policies.CertLogic;

/// <summary>Members that are all known beforehand. Immutable.</summary>
/// <param name="members">By their names.</param>
public sealed class LogicMap(IEnumerable<KeyValuePair<string, LogicValue>> members) : LogicMembers
{
    readonly FrozenDictionary<string, LogicValue> members = members.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsEmpty => members.Count == 0;

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, LogicValue> All => members;

    /// <inheritdoc/>
    public override LogicValue Get(string name) => members.TryGetValue(name, out var value) ? value : default;
}
