namespace Checkpoint.Policies.CertLogic;

/// <summary>Members that are all known beforehand. Immutable.</summary>
/// <param name="members">By their names, compared by ordinal; not changed afterwards.</param>
public sealed class LogicMap(IReadOnlyDictionary<string, LogicValue> members) : LogicMembers
{
    /// <inheritdoc/>
    public override bool IsEmpty => members.Count == 0;

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, LogicValue> All => members;

    /// <inheritdoc/>
    public override LogicValue Get(string name) => members.TryGetValue(name, out var value) ? value : default;
}
