using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Checkpoint.Devices.Connected;
using Checkpoint.Devices.Simulated;
using Checkpoint.Devices.Speakers;

namespace Checkpoint.Devices;

/// <summary>All devices of one box, opened together and closed together.</summary>
public sealed class DeviceSet : IAsyncDisposable
{
    static readonly Task Never = new TaskCompletionSource().Task;

    internal DeviceSet() { }

    /// <summary>
    /// The time that the devices live in: the clock given to <see cref="Open"/>, or a faster one. The gate's rules have to run on it too.
    /// </summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>How the wall clock of <see cref="Clock"/> is kept.</summary>
    public required IClockSource ClockSource { get; init; }

    /// <summary>What faces are measured with.</summary>
    public required SensorSet Sensors { get; init; }

    /// <summary>Sees codes; null on a box that has only scanners.</summary>
    public required ICamera? Camera { get; init; }

    /// <summary>Read codes by themselves; none on most boxes.</summary>
    public ImmutableArray<ICodeReader> Scanners { get; init; } = [];

    /// <summary>Notices people.</summary>
    public required IPresenceSensor Presence { get; init; }

    /// <summary>The volunteer's buttons.</summary>
    public required IOperatorPanel Panel { get; init; }

    /// <summary>The light and the buzzer.</summary>
    public required IIndicator Indicator { get; init; }

    /// <summary>The loudspeaker; most boxes have none, and then nothing is heard.</summary>
    public ISpeaker Speaker { get; init; } = new NoSpeaker();

    /// <summary>The loudspeaker and its voices, and how they do; empty where there is none.</summary>
    public ImmutableArray<GateLines> Sound { get; init; } = [];

    /// <summary>Reads every recording of the voices once, and says what they can say.</summary>
    public Func<VoiceCheck> CheckVoices { get; init; } = () => VoiceCheck.None;

    /// <summary>What is on lines of the GPIO chip, and how they do.</summary>
    public ImmutableArray<GateLines> Lines { get; init; } = [];

    /// <summary>
    /// Completes when the simulated crowd has gone through, and is cancelled with <see cref="RunAsync"/>; never completes where people are real.
    /// </summary>
    public Task SimulationDone => Crowd?.Done ?? Never;

    internal SimulatedGate? Crowd { get; init; }

    // In the order in which they are closed: IDisposable or IAsyncDisposable.
    internal ImmutableArray<object> Owned { get; init; } = [];

    /// <summary>Opens the devices that the options name.</summary>
    /// <param name="options">What is connected.</param>
    /// <param name="clock">Real time.</param>
    /// <exception cref="ValidationException">An option is out of its range, or the mode is not known.</exception>
    /// <exception cref="FormatException">The simulation's <c>crowd.json</c> is wrong.</exception>
    /// <exception cref="InvalidDataException">A picture of the simulation, or a sensor's settings, cannot be read.</exception>
    /// <exception cref="IOException">The folder of seeds, or the file of a sensor's settings, cannot be read.</exception>
    public static DeviceSet Open(DeviceOptions options, TimeProvider clock)
    {
        options.Check();
        return options.IsSimulated ? SimulatedBox.Open(options, clock) : ConnectedBox.Open(options, clock);
    }

    /// <summary>Runs the simulated world until its crowd has gone through; waits for the end where people are real. Call once.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task RunAsync(CancellationToken cancel) => Crowd?.RunAsync(cancel) ?? Task.Delay(Timeout.InfiniteTimeSpan, Clock, cancel);

    /// <summary>Closes the devices; end <see cref="RunAsync"/> and all readers before.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var device in Owned)
        {
            if (device is IAsyncDisposable running)
                await running.DisposeAsync();
            else
                (device as IDisposable)?.Dispose();
        }
    }
}
