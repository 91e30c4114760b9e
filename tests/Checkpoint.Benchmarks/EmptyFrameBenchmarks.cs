using BenchmarkDotNet.Attributes;
using Checkpoint.Devices;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Scanning;
using Checkpoint.Testing;

namespace Checkpoint.Benchmarks;

/// <summary>What a frame without a code costs, as nearly all are: it must leave nothing to the collector.</summary>
[MemoryDiagnoser]
public class EmptyFrameBenchmarks : IDisposable
{
    readonly GreyFrame[] frames = ReadFrames();
    readonly PatientDecoder decoder = QrDecoders.Open();
    int next;

    /// <summary>The next frame, looked at in the next way.</summary>
    [Benchmark]
    public Symbol? NextFrame() => decoder.Decode(frames[next++ % frames.Length]);

    /// <summary>Gives the decoder back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the decoder back.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            decoder.Dispose();
    }

    static GreyFrame[] ReadFrames()
    {
        const string empty = "qr/empty";
        var folder = DataFolder.Find(empty) ?? throw new InvalidOperationException(DataFolder.WhySkipped);
        return [.. Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(GreyPng.ReadFile)];
    }
}
