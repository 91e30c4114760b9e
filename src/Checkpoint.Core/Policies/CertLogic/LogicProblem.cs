namespace Checkpoint.Policies.CertLogic;

/// <summary>Something wrong with an expression.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.and[1].var</c>.</param>
/// <param name="Message">What, and what is expected.</param>
public sealed record LogicProblem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
