using Checkpoint.Signals;

namespace Checkpoint.Devices;

/// <summary>The light and the buzzer.</summary>
public interface IIndicator
{
    /// <summary>Starts a signal at once and returns; it replaces the one before.</summary>
    void Show(Signal signal);
}
