using Checkpoint.Signals;

namespace Checkpoint.Devices.Connected;

/// <summary>No light and no buzzer: the signal is on the gate's screen only.</summary>
sealed class NoIndicator : IIndicator
{
    /// <inheritdoc/>
    public void Show(Signal signal)
    {
        // There is nothing to switch.
    }
}
