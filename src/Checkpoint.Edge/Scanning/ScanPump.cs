using Checkpoint.Devices;
using Checkpoint.Edge.Passages;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>Looks for codes in the camera's frames, checks each once while it stays in view, and tells the gate.</summary>
sealed class ScanPump(
    ICamera camera,
    ICodeScanner scanner,
    PassDesk desk,
    PassageInbox inbox,
    GateClock clock,
    TimeProvider time,
    ILogger<ScanPump> log) : BackgroundService
{
    static readonly TimeSpan CameraRetry = TimeSpan.FromSeconds(2);

    CodeView view = CodeView.Empty;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ScanAsync(await camera.NextAsync(stoppingToken), stoppingToken);
            }
            catch (IOException error)
            {
                log.CameraFailed(error, CameraRetry);
                await Task.Delay(CameraRetry, time, stoppingToken);
            }
        }
    }

    async ValueTask ScanAsync(GreyFrame frame, CancellationToken cancel)
    {
        var seenAt = clock.Elapsed;
        var scan = await scanner.ScanAsync(frame);
        if (!scan.WasRead)
            return; // a code in view may still be there
        var symbol = scan.Symbol;
        var seen = symbol is null ? (CodeFingerprint?)null : CodeFingerprint.Of(symbol);
        view = view.See(seen, out var isNew);
        if (isNew)
            await inbox.PostAsync(desk.Take(symbol!, seenAt), cancel);
    }
}
