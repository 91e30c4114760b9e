using System.Globalization;
using Checkpoint.Journaling;

namespace Checkpoint.Devices.Clocks;

/// <summary>
/// What Linux tells of its clock: systemd-timesyncd touches a file at each answer of a time server (systemd-timesyncd.service(8)), which answers for
/// the clock until somebody steps it, and the kernel says which battery-backed clock it was set from at start
/// (Documentation/ABI/testing/rtc-cdev, <c>hctosys</c>).
/// </summary>
/// <param name="clock">The system's clock.</param>
/// <param name="mark">The file that the time service touches.</param>
/// <param name="battery">The kernel's folder of the battery-backed clock.</param>
/// <param name="note">Where the last answer is noted for the next start of the program; its folder may be missing.</param>
public sealed class SystemClockSource(
    TimeProvider clock,
    string mark = SystemClockSource.TimesyncMark,
    string battery = SystemClockSource.FirstBattery,
    string note = SystemClockSource.RuntimeNote) : IClockSource
{
    /// <summary>An answer older than this is none: the time service asks every 34 minutes at least.</summary>
    public static readonly TimeSpan GoodFor = TimeServerMark.GoodFor;

    /// <summary>A battery-backed clock further from the system's clock than this did not set it; its whole seconds and a slow bus are allowed for.</summary>
    public static readonly TimeSpan BatteryAgrees = TimeSpan.FromSeconds(10);

    const string TimesyncMark = "/run/systemd/timesync/synchronized";
    const string FirstBattery = "/sys/class/rtc/rtc0";
    const string RuntimeNote = "/run/checkpoint-edge/time-answer"; // RuntimeDirectory= of the service

    readonly Lock asking = new();
    readonly TimeServerMark server = new(clock, mark, note);
    bool? isFromBattery;

    /// <inheritdoc/>
    public ClockQuality Claim(DateTimeOffset wall)
    {
        lock (asking)
        {
            if (server.AnswersFor(wall))
                return ClockQuality.Synced;
            isFromBattery ??= AgreesWithBattery(wall);
            return isFromBattery.Value ? ClockQuality.Rtc : ClockQuality.Estimated;
        }
    }

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
