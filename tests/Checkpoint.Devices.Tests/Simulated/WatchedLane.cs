using Checkpoint.Devices.Thermometers;
using Checkpoint.Passages;
using Checkpoint.Sensing;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

/// <summary>A simulated gate whose every event is written down with its time, and whose light is the test's.</summary>
sealed class WatchedLane : IDisposable
{
    readonly SimulatedCamera camera;
    readonly SimulatedDevices devices;
    readonly Mlx90614 thermometer;
    readonly CancellationTokenSource end = new();

    public WatchedLane(SimulationOptions options, params CrowdParty[] crowd)
    {
        camera = new(World.Clock, 1);
        devices = new(new(1), new(), camera, new(), new(), new());
        thermometer = new(devices.Thermometer);
        Gate = new(new(crowd), new(devices, World.Clock), options);
        World.Do(() => Watching = Task.WhenAll(WatchPresenceAsync(), WatchPanelAsync(), WatchCameraAsync()));
        World.Do(() => Running = Gate.RunAsync(end.Token));
    }

    public SteppedWorld World { get; } = new();

    public SimulatedGate Gate { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>What happened, as "milliseconds: what".</summary>
    public List<string> Events { get; } = [];

    Task Watching { get; set; } = Task.CompletedTask;

    /// <summary>The surface in front, rounded to tenths of a °C; null where there is a fault.</summary>
    public decimal? Surface => thermometer.Read() is ThermometerReading.Measured m ? decimal.Round(m.Surface.Hundredths / 100m, 1) : null;

    /// <summary>True while a picture is held up.</summary>
    public bool SeesCode { get; private set; }

    public void Run(int milliseconds) => World.Run(TimeSpan.FromMilliseconds(milliseconds));

    public void Light(LightColour colour, int count = 0) => World.Do(() => devices.Indicator.Show(
        new(SignalKind.Hold, new(colour, TimeSpan.FromSeconds(1), TimeSpan.Zero, count), TonePattern.Silent, new("", ""))));

    public void AskForColour() => World.Do(() => devices.Indicator.Show(
        new(SignalKind.WhichColour, new(LightColour.White, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 0), TonePattern.Silent, new("", ""))));

    public void Cancel() => World.Do(end.Cancel);

    public void Dispose()
    {
        Cancel();
        camera.Dispose();
        end.Dispose();
    }

    async Task WatchPresenceAsync()
    {
        await foreach (var edge in devices.Presence.WatchAsync(CancellationToken.None))
            Note(edge.Present ? $"comes {edge.Direction}" : "leaves");
    }

    async Task WatchPanelAsync()
    {
        await foreach (var action in devices.Panel.WatchAsync(CancellationToken.None))
            Note(action is OperatorAction.Vehicle v ? $"vehicle of {v.Occupants}" : action.GetType().Name);
    }

    async Task WatchCameraAsync()
    {
        while (true)
            SeesCode = (await camera.NextAsync(end.Token)).Width != SimulatedCamera.Width;
    }

    void Note(string what) => Events.Add($"{World.Now.TotalMilliseconds}: {what}");
}
