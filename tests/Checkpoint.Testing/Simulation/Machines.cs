using Checkpoint.Delivery;

namespace Checkpoint.Testing.Simulation;

/// <summary>The machines that a world runs: the product's own. A seeded bug wraps one of them.</summary>
class Machines
{
    /// <summary>The box's machine, from one start of the program to the next.</summary>
    /// <param name="flash">What the box keeps.</param>
    public virtual Func<OutboxState, OutboxInput, OutboxStep> ForBox(SimFlash flash) => OutboxMachine.Advance;

    /// <summary>The hub's machine, from one start of the program to the next.</summary>
    public virtual Func<IngestState, IngestInput, IngestStep> ForHub() => IngestMachine.Advance;

    /// <summary>Whether the hub reads a message at all, from one start of the program to the next.</summary>
    public virtual Func<int, bool> Reader() => _ => true;
}
