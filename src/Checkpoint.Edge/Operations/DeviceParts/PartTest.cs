using Checkpoint.Devices;
using Checkpoint.Hosting.Checks;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Tries every part that is connected, by itself, and says how to mend what does not answer. A gate that runs holds its parts: stop it first.</summary>
static class PartTest
{
    /// <summary>Tries the parts, one line each.</summary>
    /// <param name="devices">The box's devices; nothing else may use them.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(DeviceSet devices, CancellationToken cancel)
    {
        List<CheckLine> lines =
        [
            .. await SensorTest.RunAsync(devices.Sensors, devices.Clock, cancel),
            .. devices.Camera is { } camera ? [await ReaderTest.RunAsync(camera, devices.Clock, cancel)] : Array.Empty<CheckLine>(),
        ];
        for (var i = 0; i < devices.Scanners.Length; i++)
            lines.Add(await ReaderTest.RunAsync(devices.Scanners[i], i + 1, devices.Clock, cancel));
        lines.AddRange(await LineTest.RunAsync(devices, cancel));
        lines.AddRange(await SpeakerTest.RunAsync(devices, cancel));
        return lines;
    }
}
