using System.Globalization;
using System.Runtime.InteropServices;

namespace Checkpoint.Testing.Faults;

/// <summary>
/// A wall clock that steps, for one process and its children (libfaketime, Debian's package of that name). The machine's clock is not
/// touched, and neither is monotonic time.
/// </summary>
/// <param name="file">Where the offset is kept.</param>
/// <param name="clock">The true time.</param>
public sealed class SteppedClock(string file, TimeProvider clock)
{
    /// <summary>Where clocks are set to by a technician, a battery, a broken time server, or the end of winter.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["20 years on", "20 years back", "1970", "summer begins", "winter begins", "true"];

    static string Library => $"/usr/lib/{RuntimeInformation.OSArchitecture switch { Architecture.Arm64 => "aarch64", _ => "x86_64" }}-linux-gnu/faketime/libfaketimeMT.so.1";

    /// <summary>Whether the library is here.</summary>
    public static bool IsPossible => File.Exists(Library);

    /// <summary>What a process needs in its environment to follow this clock, in a place that has summer time.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = Library,
        ["FAKETIME_TIMESTAMP_FILE"] = file,
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_CACHE_DURATION"] = "1",
        ["NO_FAKE_STAT"] = "1",
        ["TZ"] = "Europe/Berlin",
    };

    /// <summary>Steps.</summary>
    /// <param name="step">Which of <see cref="Steps"/>.</param>
    /// <param name="cancel">Gives up.</param>
    public Task StepAsync(int step, CancellationToken cancel)
    {
        var seconds = (long)(TargetOf(step) - clock.GetUtcNow()).TotalSeconds;
        return File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{seconds:+0;-0;+0}\n"), cancel);
    }

    /// <summary>Removes what the library leaves behind for a process that was killed.</summary>
    public static void SweepAfter(int process)
    {
        foreach (var name in (string[])["faketime_shm_", "sem.faketime_sem_"])
            File.Delete(string.Create(CultureInfo.InvariantCulture, $"/dev/shm/{name}{process}"));
    }

    // A few seconds before the hour is skipped, or comes a second time.
    DateTimeOffset TargetOf(int step) => step switch
    {
        0 => clock.GetUtcNow().AddYears(20),
        1 => clock.GetUtcNow().AddYears(-20),
        2 => DateTimeOffset.UnixEpoch.AddMinutes(2),
        3 => new(2027, 3, 28, 0, 59, 57, TimeSpan.Zero),
        4 => new(2027, 10, 31, 0, 59, 57, TimeSpan.Zero),
        _ => clock.GetUtcNow(),
    };
}
