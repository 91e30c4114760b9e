using Checkpoint.Policies;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Policies.Explaining;

namespace Checkpoint.Edge.Web;

/// <summary>A fact that a rule read.</summary>
/// <param name="Fact">Its path, as rules name it.</param>
/// <param name="Value">As JSON text; null if it was not known, and always for what a certificate says: that is told to nobody.</param>
sealed record FactReply(string Fact, string? Value)
{
    /// <summary>The fact.</summary>
    public static FactReply Of(FactValue read) => new(FactTable.PathOf(read.Fact), Text(read.Fact, read.Value));

    /// <summary>A fact's value.</summary>
    public static string? Text(Fact fact, LogicValue value) =>
        fact == Policies.Fact.Payload || value.IsFailure || value.IsNull ? null : value.ToString();
}
