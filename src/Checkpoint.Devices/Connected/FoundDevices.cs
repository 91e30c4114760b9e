using Checkpoint.Devices.Buses;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Scanners;
using Checkpoint.Devices.Speakers;
using Checkpoint.Devices.Surroundings;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Devices.Thermometers.Arrays;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Connected;

/// <summary>Looks for what a gate could use: by the kernel's device files, and on each I²C bus at the addresses that the known parts have from the factory.</summary>
public static class FoundDevices
{
    /// <summary>The most device files of one kind that are looked at.</summary>
    public const int Most = 64;

    /// <summary>Finds them.</summary>
    /// <param name="root">Where <c>dev</c>, <c>proc</c> and <c>sys</c> are; the machine's own if not given.</param>
    public static IReadOnlyList<FoundDevice> Find(string root = "/") =>
    [
        .. Files(root, "dev", "i2c-*").SelectMany(OnBus),
        .. Files(root, "dev", "gpiochip*").Select(path => new FoundDevice("Devices:Gpio:Chip", path, Label(root, path))),
        .. CameraList.Find(Path.Combine(root, "dev")).Where(camera => camera.CanCapture || camera.Problem is not null).Select(Camera),
        .. ScannerList.Find(Path.Combine(root, "dev")).Select(Scanner),
        .. Files(root, "dev", "ttyAMA*").Concat(Files(root, "dev", "ttyS?")).Select(path => Scanner(new(path, ScannerKind.Serial))),
        .. SoundCards.Find(root),
    ];

    static FoundDevice Camera(FoundCamera camera) => new(
        "Devices:Camera:Path", camera.StablePath ?? camera.Path, camera.Problem ?? $"{camera.Card}, {string.Join(' ', camera.Formats)}");

    static FoundDevice Scanner(FoundScanner scanner) => new(
        "Devices:Scanners:0:Path", scanner.Path, scanner.Kind == ScannerKind.Keyboard ? "keyboard, or a scanner that types" : "serial line");

    static IEnumerable<FoundDevice> OnBus(string path)
    {
        List<FoundDevice> found = [new("Devices:Thermometer:Bus", path, "bus")];
        try
        {
            using var bus = LinuxI2cBus.Open(path);
            found.AddRange(Parts(bus, path));
        }
        catch (IOException error)
        {
            found[0] = found[0] with { What = error.Message };
        }

        return found;
    }

    static IEnumerable<FoundDevice> Parts(LinuxI2cBus bus, string path)
    {
        if (new Mlx90614(bus).Read() is not ThermometerReading.Faulted { Fault: SensorFault.NoAnswer })
            yield return new("Devices:Thermometer:Part", path, $"MLX90614 at 0x{Mlx90614.Address:X2}");
        if (Answers(() => Mlx90632.Open(bus)))
            yield return new("Devices:Thermometer:Part", path, $"MLX90632 at 0x{Mlx90632.Address:X2}");
        if (Answers(() => Mlx90640.Open(bus)))
            yield return new("Devices:Thermometer:Part", path, $"MLX90640 at 0x{Mlx90640.Address:X2}");
        if (new Tmp117(bus).Read() is AmbientReading.Measured)
            yield return new("Devices:Air:Part", path, $"TMP117 at 0x{Tmp117.Address:X2}");
        if (Answers(() => Vl53l1x.Identify(bus)))
            yield return new("Devices:Distance:Part", path, $"VL53L1X at 0x{Vl53l1x.Address:X2}");
    }

    static bool Answers(Action open)
    {
        try
        {
            open();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    static string Label(string root, string path) => FirstLine(Path.Combine(root, "sys/bus/gpio/devices", Path.GetFileName(path), "label"));

    static string FirstLine(string path) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault() ?? "" : "";

    static IEnumerable<string> Files(string root, string folder, string pattern)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path, pattern).Order(StringComparer.Ordinal).Take(Most) : [];
    }
}
