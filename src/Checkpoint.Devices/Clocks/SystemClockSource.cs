using System.Globalization;
using Checkpoint.Journaling;

namespace Checkpoint.Devices.Clocks;

/// <summary>
/// What Linux tells of its clock: systemd-timesyncd touches a file at each answer of a time server (systemd-timesyncd.service(8)), and the
/// kernel says which battery-backed clock it was set from at start (Documentation/ABI/testing/rtc-cdev, <c>hctosys</c>).
/// </summary>
/// <param name="mark">The file that the time service touches.</param>
/// <param name="battery">The kernel's folder of the battery-backed clock.</param>
public sealed class SystemClockSource(string mark = SystemClockSource.TimesyncMark, string battery = SystemClockSource.FirstBattery) : IClockSource
{
    /// <summary>An answer older than this is none: the time service asks every 34 minutes at least.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(2);

    /// <summary>A battery-backed clock further from the system's clock than this did not set it; its whole seconds and a slow bus are allowed for.</summary>
    public static readonly TimeSpan BatteryAgrees = TimeSpan.FromSeconds(10);

    const string TimesyncMark = "/run/systemd/timesync/synchronized";
    const string FirstBattery = "/sys/class/rtc/rtc0";

    readonly Lock asking = new();
    bool? isFromBattery;

    /// <inheritdoc/>
    public ClockQuality Claim(DateTimeOffset wall)
    {
        if (IsAnswered(wall))
            return ClockQuality.Synced;
        lock (asking)
            isFromBattery ??= AgreesWithBattery(wall);
        return isFromBattery.Value ? ClockQuality.Rtc : ClockQuality.Estimated;
    }

    // A file that is not there has the time 1601, which is no recent answer.
    bool IsAnswered(DateTimeOffset wall) => (wall.UtcDateTime - File.GetLastWriteTimeUtc(mark)).Duration() <= GoodFor;

    // Asked once: it is on a slow bus, and what is set later is told apart from it by the steps it makes.
    bool AgreesWithBattery(DateTimeOffset wall)
    {
        try
        {
            return File.ReadAllText(Path.Combine(battery, "hctosys")).Trim() is "1"
                && long.TryParse(File.ReadAllText(Path.Combine(battery, "since_epoch")).Trim(), CultureInfo.InvariantCulture, out var seconds)
                && Math.Abs(seconds - wall.ToUnixTimeSeconds()) <= BatteryAgrees.TotalSeconds;
        }
        catch (IOException)
        {
            return false; // there is none, or its battery is empty
        }
    }
}
