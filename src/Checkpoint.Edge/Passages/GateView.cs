using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Signals;

namespace Checkpoint.Edge.Passages;

/// <summary>What the gate shows and what it decided last, for whoever looks. The gate's loop only leaves it here; one writer, any readers.</summary>
sealed class GateView
{
    volatile Showing now = new(SignalTable.For(new Prompt.Free(), _ => ""), Decision: null);
    volatile ToldDecision? last;

    /// <summary>What is shown, and the decision that it is about; null for a prompt.</summary>
    public Showing Now => now;

    /// <summary>The last decision that was written down; null before the first.</summary>
    public ToldDecision? Last => last;

    /// <summary>A prompt is shown, or that an entry could not be written.</summary>
    public void Show(Signal signal) => now = new(signal, Decision: null);

    /// <summary>A decision is written down and shown.</summary>
    /// <param name="signal">Its signal.</param>
    /// <param name="record">What was written.</param>
    /// <param name="policy">The rules that it was decided under.</param>
    public void Show(Signal signal, PassageRecord record, Policy policy)
    {
        var told = new ToldDecision(record, policy);
        last = told;
        now = new(signal, told);
    }
}
