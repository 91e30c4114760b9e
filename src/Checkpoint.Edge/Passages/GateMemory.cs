using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Sensing.Baselines;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;

namespace Checkpoint.Edge.Passages;

/// <summary>What the gate still knows after a restart: who is on duty, and what is ordinary.</summary>
sealed class GateMemory(GateJournal journal, BaselineStore baselines)
{
    /// <summary>The gate as the program starts. Without a journal nobody is known to be on duty.</summary>
    public GateState Begin() => GateState.Start with
    {
        Duty = journal.Current?.DutyFound ?? Duty.Nobody,
        Ordinary = baselines.Load(),
    };
}
