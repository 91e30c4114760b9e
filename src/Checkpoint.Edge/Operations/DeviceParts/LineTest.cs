using Checkpoint.Devices;
using Checkpoint.Devices.Connected;
using Checkpoint.Hosting.Checks;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Takes the GPIO lines of lights, sensors and buttons for a moment. That a lamp burns only a person can see: <c>devices test --hand</c>.</summary>
static class LineTest
{
    static readonly TimeSpan ToTake = TimeSpan.FromMilliseconds(500);

    /// <summary>Takes them.</summary>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(DeviceSet devices, CancellationToken cancel)
    {
        if (devices.Lines.IsEmpty)
            return [];
        using var moment = new CancellationTokenSource(ToTake, devices.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(moment.Token, cancel);
        await Task.WhenAll(WatchAsync(devices.Presence.WatchAsync(either.Token)), WatchAsync(devices.Panel.WatchAsync(either.Token)));
        cancel.ThrowIfCancellationRequested();
        return [.. devices.Lines.Select(Line)];
    }

    static CheckLine Line(GateLines lines) => lines.Faults.Current is { } wrong
        ? new(lines.Device, Good: false, $"{wrong} Check Devices:Gpio, and stop the gate if it runs: it holds the lines.")
        : new(lines.Device, Good: true, "lines taken");

    static async Task WatchAsync<T>(IAsyncEnumerable<T> edges)
    {
        try
        {
            await foreach (var _ in edges)
            {
                // What comes meanwhile is nobody's.
            }
        }
        catch (OperationCanceledException)
        {
            // The moment is over.
        }
    }
}
