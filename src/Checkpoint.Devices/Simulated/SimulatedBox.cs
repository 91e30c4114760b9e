using Checkpoint.Devices.Clocks;
using Checkpoint.Devices.Connected;
using Checkpoint.Devices.Speakers;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Devices.Simulated;

/// <summary>Puts together a simulated gate and the crowd in front of it.</summary>
static class SimulatedBox
{
    /// <summary>Makes the gate.</summary>
    /// <exception cref="FormatException">The simulation's <c>crowd.json</c> is wrong.</exception>
    /// <exception cref="InvalidDataException">A picture of the simulation cannot be read.</exception>
    /// <exception cref="IOException">The folder of seeds cannot be read.</exception>
    public static DeviceSet Open(DeviceOptions options, TimeProvider real)
    {
        var simulation = options.Simulation;
        var crowd = Crowd.Load(simulation.Seeds!);
        var (clock, source) = Clock(simulation, real);
        var camera = new SimulatedCamera(clock, simulation.RandomSeed);
        var devices = new SimulatedDevices(new(simulation.RandomSeed), new(), camera, new(), new(), new(simulation.Recording));
        devices.Air.Measure(simulation.Air);
        var speaker = SpeakerDevices.Open(options.Speaker, new SimulatedSound(clock, simulation.Sound), clock, real);
        return new()
        {
            Clock = clock,
            ClockSource = source,
            Sensors = new(new Mlx90614(devices.Thermometer), new Tmp117(devices.Air), Distance: null) { Faces = Faces(options) },
            Camera = camera,
            Presence = devices.Presence,
            Panel = devices.Panel,
            Indicator = devices.Indicator,
            Speaker = (ISpeaker?)speaker ?? new NoSpeaker(),
            Sound = SpeakerDevices.SoundOf(speaker),
            CheckVoices = () => VoiceCheck.Run(options.Speaker),
            Crowd = new(crowd, new(devices, clock), simulation),
            Owned = [.. new object?[] { camera, speaker }.OfType<object>()],
        };
    }

    static (TimeProvider Clock, IClockSource Source) Clock(SimulationOptions simulation, TimeProvider real)
    {
        var pace = simulation.Speed == 1 ? real : new ScaledClock(real, simulation.Speed);
        if (simulation.ClockFile is not { Length: > 0 } file)
            return (pace, new SystemClockSource(pace));
        var wall = new SimulatedWall(pace, file);
        return (wall, wall);
    }

    // What holds up a busy machine holds it up in real time, however fast the people come.
    static FaceRules Faces(DeviceOptions options)
    {
        var rules = options.Thermometer.ToFaceRules();
        return rules with { LongestGap = rules.LongestGap * options.Simulation.Speed };
    }
}
