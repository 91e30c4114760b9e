using Checkpoint.Devices.Buses;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Clocks;
using Checkpoint.Devices.Gpio;
using Checkpoint.Devices.Scanners;
using Checkpoint.Devices.Speakers;

namespace Checkpoint.Devices.Connected;

/// <summary>Puts together what is connected to a box. Nothing has to be there yet: what is missing is asked for again and again.</summary>
static class ConnectedBox
{
    /// <summary>Opens the devices that the options name.</summary>
    /// <exception cref="IOException">The file with a sensor's settings cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what it should be.</exception>
    public static DeviceSet Open(DeviceOptions options, TimeProvider clock)
    {
        var buses = new BusShelf(clock);
        var camera = options.Camera.Kind == CameraKind.None ? null : CameraDevices.Open(options.Camera, clock);
        var indicator = options.Gpio.HasIndicator ? new GpioIndicator(options.Gpio, clock) : null;
        var presence = options.Gpio.HasPresence ? new GpioPresence(options.Gpio, clock) : null;
        var panel = options.Gpio.HasPanel ? new GpioPanel(options.Gpio, clock) : null;
        var speaker = SpeakerDevices.Open(options.Speaker, new Aplay(options.Speaker.Device, clock), clock, clock);
        return new()
        {
            Clock = clock,
            ClockSource = new SystemClockSource(clock),
            Sensors = ConnectedSensors.Open(options, buses, clock),
            Camera = camera,
            Scanners = [.. options.Scanners.Select(scanner => ScannerDevices.Open(scanner, clock))],
            Presence = (IPresenceSensor?)presence ?? new NoPresenceSensor(),
            Panel = (IOperatorPanel?)panel ?? new NoPanel(),
            Indicator = (IIndicator?)indicator ?? new NoIndicator(),
            Speaker = (ISpeaker?)speaker ?? new NoSpeaker(),
            Sound = SpeakerDevices.SoundOf(speaker),
            CheckVoices = () => VoiceCheck.Run(options.Speaker),
            Lines = [.. LinesOf(indicator?.Faults, presence?.Faults, panel?.Faults)],
            Owned = [.. new object?[] { camera, indicator, speaker, buses }.OfType<object>()],
        };
    }

    static IEnumerable<GateLines> LinesOf(LineFaults? light, LineFaults? presence, LineFaults? panel)
    {
        if (light is not null)
            yield return new("light and buzzer", light);
        if (presence is not null)
            yield return new("presence", presence);
        if (panel is not null)
            yield return new("buttons", panel);
    }
}
