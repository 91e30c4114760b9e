namespace Checkpoint.Devices.Scanners;

/// <summary>A scanner to which codes are shown.</summary>
abstract class ScannerStand : IAsyncDisposable
{
    public abstract ICodeReader Reader { get; }

    /// <summary>Shows a code, once somebody watches.</summary>
    public abstract Task ShowAsync(string code, CancellationToken cancel);

    /// <summary>Pulls its plug.</summary>
    public abstract void Unplug();

    public abstract ValueTask DisposeAsync();
}
