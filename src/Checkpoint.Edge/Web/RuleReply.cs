using Checkpoint.Policies.CertLogic;
using Checkpoint.Policies.Explaining;

namespace Checkpoint.Edge.Web;

/// <summary>A rule that was asked.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Result">"met", "not-met", or "not-judged" where it reads something that is not known.</param>
/// <param name="Read">The facts that it read.</param>
sealed record RuleReply(string Id, string Result, IReadOnlyList<FactReply> Read)
{
    /// <summary>The rule.</summary>
    public static RuleReply Of(RuleTrace trace) => new(
        trace.Rule.Id,
        trace.Result switch
        {
            { Kind: LogicKind.Boolean, Truth: true } => "met",
            { Kind: LogicKind.Boolean } => "not-met",
            _ => "not-judged",
        },
        [.. trace.Read.Select(FactReply.Of)]);
}
