using Checkpoint.Sensing;

namespace Checkpoint.Edge.Sensing;

/// <summary>What is known around the thermometer, for the gate's loop and for whoever looks. One writer, any readers.</summary>
sealed class SurroundingsView
{
    volatile Surroundings now = Surroundings.Unknown;

    /// <summary>As it was read last.</summary>
    public Surroundings Now
    {
        get => now;
        set => now = value;
    }
}
