using System.Globalization;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>The settings of a box whose parts are the rig's.</summary>
static class GateSettings
{
    const string Devices = "CHECKPOINT_EDGE__Devices__";
    const string Policy = "CHECKPOINT_EDGE__Policy__";

    /// <summary>The settings of a box with its journal in a folder.</summary>
    public static EdgeSettings On(string journal) => new(GateRig.Box, Directory.CreateDirectory(Path.Combine(GateRig.Shared, "gate")).FullName, GateRig.Broker, Passages: 1)
    {
        Journal = Path.Combine(journal, "journal.db"),
        Further = new Dictionary<string, string>([.. Parts(), .. Lines(), .. Times()], StringComparer.Ordinal)
        {
            ["DOTNET_TieredCompilation"] = "1", // an emulated compiler is slow: let it compile what is used often only
        },
    };

    static IEnumerable<KeyValuePair<string, string>> Parts() =>
    [
        new(Devices + "Mode", "connected"),
        new(Devices + "Thermometer__Bus", Rig.I2c),
        new(Devices + "Camera__Path", RigCameras.Loopback),
        new(Devices + "Camera__StallSeconds", "60"),
        new(Devices + "Scanners__0__Path", Rig.Serial),
        new(Devices + "Scanners__0__BaudRate", "115200"),
        new(Devices + "Gpio__Chip", Rig.Gpio),
    ];

    static IEnumerable<KeyValuePair<string, string>> Lines() => new[]
    {
        ("Presence__Outer", GateLines.Beam), ("Panel__NoPhone", GateLines.NoPhone), ("Panel__AdmitByHand", GateLines.AdmitByHand),
        ("Indicator__Green", GateLines.Green), ("Indicator__Red", GateLines.Red), ("Indicator__Amber", GateLines.Amber),
        ("Indicator__White", GateLines.White), ("Indicator__Buzzer", GateLines.Buzzer), ("Indicator__Relay", GateLines.Relay),
    }.Select(line => KeyValuePair.Create($"{Devices}Gpio__{line.Item1}__Line", line.Item2.ToString(CultureInfo.InvariantCulture)));

    // Nobody is hurried: an emulated gate takes ten times as long.
    static IEnumerable<KeyValuePair<string, string>> Times() =>
    [
        new(Policy + "ForCode", "00:05:00"),
        new(Policy + "ForTemperature", "00:05:00"),
        new(Policy + "ShowVerdict", "00:01:00"),
        new(Policy + "BeforeRecheck", "00:00:03"),
        new(Devices + "Gpio__Indicator__RelayPulse", "00:00:05"),
    ];
}
