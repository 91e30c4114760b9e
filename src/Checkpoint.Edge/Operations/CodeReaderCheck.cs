using System.Globalization;
using Checkpoint.Devices.Pictures;
using Checkpoint.Edge.Scanning;
using Checkpoint.Hosting.Checks;

namespace Checkpoint.Edge.Operations;

/// <summary>Starts a code reader of its own, and shows it a picture with a code if there is one on this box.</summary>
static class CodeReaderCheck
{
    const string Name = "code reader";

    /// <summary>Runs the check.</summary>
    /// <param name="start">How a code reader is started.</param>
    /// <param name="seeds">Folder whose <c>codes</c> holds pictures, or null.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<CheckLine> RunAsync(ScannerStart start, string? seeds, CancellationToken cancel)
    {
        try
        {
            var began = TimeProvider.System.GetTimestamp();
            using var child = await ScannerChild.StartAsync(start, ScannerChild.LongestStart, TimeProvider.System, cancel);
            var up = $"{child.Decoder}, up in {Since(began)}";
            return Picture(seeds) is { } picture ? await ReadAsync(child, picture, up) : new(Name, Good: true, up);
        }
        catch (DllNotFoundException error)
        {
            return new(Name, Good: false, error.Message);
        }
        catch (Exception error) when (error is IOException or TimeoutException or InvalidDataException)
        {
            return new(Name, Good: false, $"{error.Message} Run checkpoint-edge {ScannerStart.Verb} < /dev/null to see why, or install the program again.");
        }
    }

    static async Task<CheckLine> ReadAsync(ScannerChild child, string picture, string up)
    {
        var frame = GreyPng.ReadFile(picture);
        var began = TimeProvider.System.GetTimestamp();
        return await child.ReadAsync(frame) is null
            ? new(Name, Good: false, $"{up}, does not read {picture}. Install libzxing3, libzbar0t64 or libzbar0 again.")
            : new(Name, Good: true, $"{up}, read a code in {Since(began)}");
    }

    static string? Picture(string? seeds) => Path.Combine(seeds ?? "", "codes") is var folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    static string Since(long began) => string.Create(
        CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:0} ms");
}
