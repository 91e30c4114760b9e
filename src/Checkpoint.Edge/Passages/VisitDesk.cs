using Checkpoint.Edge.Journaling;
using Checkpoint.Passages;
using Checkpoint.Policies;

namespace Checkpoint.Edge.Passages;

/// <summary>Adds to a code that was shown what the open journal has counted of its pass. Without a journal nothing is counted, and nothing guessed.</summary>
sealed class VisitDesk(GateJournal journal)
{
    /// <summary>The input with what was counted; any other input as it is.</summary>
    /// <param name="input">What happened.</param>
    /// <param name="now">Local time; null if the clock is not to be trusted.</param>
    /// <param name="policy">The rules, which say how far back is counted.</param>
    public PassageInput Complete(PassageInput input, DateTimeOffset? now, Policy policy) => input is PassageInput.CodeShown shown
        ? shown with { Visit = journal.Current?.Visits.Of(shown.Code, now, policy) }
        : input;
}
