using Checkpoint.Policies;
using Checkpoint.Policies.Explaining;

namespace Checkpoint.Edge.Web;

/// <summary>A fact that would have had to be otherwise for green.</summary>
/// <param name="Fact">Its path, as rules name it.</param>
/// <param name="From">What it was, as JSON text; null if it was not known.</param>
/// <param name="To">What would have done, as JSON text.</param>
sealed record ChangeReply(string Fact, string? From, string? To)
{
    /// <summary>The change.</summary>
    public static ChangeReply Of(FactChange change) => new(
        FactTable.PathOf(change.Fact), FactReply.Text(change.Fact, change.From), FactReply.Text(change.Fact, change.To));
}
