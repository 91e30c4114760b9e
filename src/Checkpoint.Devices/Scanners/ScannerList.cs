namespace Checkpoint.Devices.Scanners;

/// <summary>
/// Says what may be a scanner: what is on USB and a serial port or a keyboard. A bare serial port such as <c>/dev/ttyAMA0</c> cannot tell
/// whether something is wired to it.
/// </summary>
public static class ScannerList
{
    /// <summary>The most of each kind that are told.</summary>
    public const int MostScanners = 32;

    /// <summary>Looks below <c>/dev/serial/by-id</c> and <c>/dev/input/by-id</c>; opens nothing.</summary>
    public static IReadOnlyList<FoundScanner> Find() => Find("/dev");

    /// <summary>Looks below a folder of device files.</summary>
    internal static IReadOnlyList<FoundScanner> Find(string devices) =>
    [
        .. Names(Path.Combine(devices, "serial", "by-id"), "*").Select(path => new FoundScanner(path, ScannerKind.Serial)),
        .. Names(Path.Combine(devices, "input", "by-id"), "*-event-kbd").Select(path => new FoundScanner(path, ScannerKind.Keyboard)),
    ];

    static IEnumerable<string> Names(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).Take(MostScanners)
        : [];
}
