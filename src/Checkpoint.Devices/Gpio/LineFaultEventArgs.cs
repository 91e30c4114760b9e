namespace Checkpoint.Devices.Gpio;

/// <summary>A device's lines failed, or a loudspeaker or its voices.</summary>
/// <param name="error">How; names the device, and no person.</param>
/// <param name="retryIn">When they are tried again.</param>
public sealed class LineFaultEventArgs(IOException error, TimeSpan retryIn) : EventArgs
{
    /// <summary>How; names the device, and no person.</summary>
    public IOException Error { get; } = error;

    /// <summary>When they are tried again.</summary>
    public TimeSpan RetryIn { get; } = retryIn;
}
