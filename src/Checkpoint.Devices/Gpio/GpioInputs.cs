using System.Diagnostics;
using Checkpoint.Devices.Native;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Gpio;

/// <summary>Inputs on a GPIO chip, taken for this program alone. One reader.</summary>
sealed class GpioInputs : IDisposable
{
    readonly SafeFileHandle lines;
    readonly Dictionary<int, int> places;
    readonly WakeEvent wake = new();
    ulong levels;
    uint lastNumber;

    GpioInputs(SafeFileHandle lines, Dictionary<int, int> places)
    {
        this.lines = lines;
        this.places = places;
    }

    /// <summary>The clock that the kernel stamps edges with (CLOCK_MONOTONIC).</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>Takes the lines.</summary>
    /// <param name="chip">The chip's device file.</param>
    /// <param name="wires">The lines.</param>
    /// <param name="debounce">How long each must be steady before its edge is told; zero tells each.</param>
    /// <param name="found">What they are.</param>
    /// <exception cref="IOException">There is no such chip or line, or another program has it.</exception>
    public static GpioInputs Open(string chip, IReadOnlyList<GpioWire> wires, TimeSpan debounce, out IReadOnlyList<LineChange> found)
    {
        var taken = GpioCdev.Request(chip, [.. wires], 0, debounce);
        var inputs = new GpioInputs(taken, wires.Select((wire, place) => (wire.Offset, place)).ToDictionary(pair => pair.Offset, pair => pair.place));
        try
        {
            found = inputs.Look(all: true);
            return inputs;
        }
        catch
        {
            inputs.Dispose();
            throw;
        }
    }

    /// <summary>Waits for edges, on a thread of its own.</summary>
    /// <param name="patience">How long; null for ever.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>What changed, in order; nothing if nothing did in time.</returns>
    /// <exception cref="IOException">The chip is gone.</exception>
    public Task<IReadOnlyList<LineChange>> WaitAsync(TimeSpan? patience, CancellationToken cancel) =>
        Task.Factory.StartNew<IReadOnlyList<LineChange>>(() => Wait(patience, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Gives the lines back; end the waiting before.</summary>
    public void Dispose()
    {
        lines.Dispose();
        wake.Dispose();
    }

    List<LineChange> Wait(TimeSpan? patience, CancellationToken cancel) => DeviceWait.For(lines, wake, patience ?? TimeSpan.MaxValue, cancel) switch
    {
        DeviceReadiness.Ready => Take(GpioCdev.ReadEdges(lines)),
        DeviceReadiness.Silent => [],
        _ => throw new IOException("The GPIO chip is gone."),
    };

    List<LineChange> Take(IReadOnlyList<GpioEvent> edges)
    {
        var changes = new List<LineChange>();
        var isWhole = true;
        foreach (var edge in edges)
        {
            isWhole &= edge.Number == unchecked(lastNumber + 1);
            lastNumber = edge.Number;
            var place = places[edge.Offset];
            levels = edge.IsActive ? levels | (1UL << place) : levels & ~(1UL << place);
            changes.Add(new(place, edge.IsActive, edge.At, IsEdge: true));
        }

        if (!isWhole)
            changes.AddRange(Look(all: false));
        return changes;
    }

    List<LineChange> Look(bool all)
    {
        var (before, at) = (levels, Now);
        levels = GpioCdev.Read(lines, places.Count);
        return [.. places.Values.Where(place => all || (((levels ^ before) >> place) & 1) == 1)
            .Select(place => new LineChange(place, ((levels >> place) & 1) == 1, at, IsEdge: false))];
    }
}
