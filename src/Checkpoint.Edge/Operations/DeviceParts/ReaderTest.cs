using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Hosting.Checks;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Waits for a picture of the camera, and listens to each scanner for a moment.</summary>
static class ReaderTest
{
    static readonly TimeSpan ForPicture = TimeSpan.FromSeconds(15);
    static readonly TimeSpan ForSilence = TimeSpan.FromSeconds(2);

    /// <summary>Waits for a picture.</summary>
    public static async Task<CheckLine> RunAsync(ICamera camera, TimeProvider clock, CancellationToken cancel)
    {
        const string name = "camera";
        using var patience = new CancellationTokenSource(ForPicture, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            var frame = await camera.NextAsync(either.Token);
            return new(name, Good: true, string.Create(CultureInfo.InvariantCulture, $"{frame.Width} × {frame.Height}"));
        }
        catch (IOException error)
        {
            return new(name, Good: false, $"{error.Message} Plug it in, or set Devices:Camera.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(name, Good: false, string.Create(CultureInfo.InvariantCulture, $"no picture in {ForPicture.TotalSeconds:0} s. Stop the gate if it runs: it holds the camera."));
        }
    }

    /// <summary>Listens to a scanner; that it is there is enough, and a code is better.</summary>
    public static async Task<CheckLine> RunAsync(ICodeReader scanner, int number, TimeProvider clock, CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"scanner {number}");
        using var patience = new CancellationTokenSource(ForSilence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await foreach (var code in scanner.WatchAsync(either.Token))
                return new(name, Good: true, string.Create(CultureInfo.InvariantCulture, $"read a code of {code.Bytes.Length} bytes"));
            return new(name, Good: true, "there");
        }
        catch (IOException error)
        {
            return new(name, Good: false, string.Create(CultureInfo.InvariantCulture, $"{error.Message} Plug it in, or set Devices:Scanners:{number - 1}."));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(name, Good: true, "there; no code was shown");
        }
    }
}
