using System.Globalization;
using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Cameras;

/// <summary>Says which cameras the kernel knows. A Raspberry Pi's own camera is not among them: <c>rpicam-hello --list-cameras</c> tells those.</summary>
public static class CameraList
{
    /// <summary>The most device files that are asked.</summary>
    public const int MostCameras = 64;

    const string Prefix = "video";

    /// <summary>Asks every <c>/dev/video*</c> what it is, in the order of their numbers; none is opened for pictures.</summary>
    public static IReadOnlyList<FoundCamera> Find() => Find("/dev");

    /// <summary>Asks every device file of a folder.</summary>
    internal static IReadOnlyList<FoundCamera> Find(string devices)
    {
        var stable = StablePaths(System.IO.Path.Combine(devices, "v4l", "by-id"));
        return
        [
            .. Directory.EnumerateFiles(devices, Prefix + "*")
                .Select(path => (Path: path, Number: NumberOf(path)))
                .Where(device => device.Number is not null)
                .OrderBy(device => device.Number)
                .Take(MostCameras)
                .Select(device => Ask(device.Path, stable.GetValueOrDefault(device.Path)))
        ];
    }

    static FoundCamera Ask(string path, string? stablePath)
    {
        try
        {
            using var device = V4l2.Open(path);
            return new(path, stablePath, device.Card, device.CanCapture, [.. device.Formats().Select(PixelLayouts.Name)], Problem: null);
        }
        catch (IOException error)
        {
            return new(path, stablePath, "", CanCapture: false, [], error.Message);
        }
    }

    static int? NumberOf(string path) =>
        int.TryParse(System.IO.Path.GetFileName(path)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static Dictionary<string, string> StablePaths(string folder)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
            return paths;
        foreach (var link in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (File.ResolveLinkTarget(link, returnFinalTarget: true) is { } target)
                paths.TryAdd(target.FullName, link);
        }

        return paths;
    }
}
