using System.Globalization;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Faults;

/// <summary>
/// A box's wall clock that steps. It is the clock of the simulated devices, on which the gate stamps and judges; the machine's is not touched.
/// (libfaketime would step it for the whole process, but then the waits of .NET's threads never end.) Nobody answers for it, so the gate follows
/// each step; once a time server has said the true time, it follows none until it starts again.
/// </summary>
/// <param name="file">Where the offset is kept.</param>
/// <param name="clock">The true time.</param>
public sealed class SteppedClock(string file, TimeProvider clock)
{
    /// <summary>Where clocks are set to by a technician, a battery, a broken time server, or the end of winter.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["20 years on", "20 years back", "1970", "summer begins", "winter begins", "true"];

    /// <summary>What a box needs in its environment to follow this clock, in a place that has summer time.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CHECKPOINT_EDGE__Devices__Simulation__ClockFile"] = file,
        ["TZ"] = "Europe/Berlin",
    };

    /// <summary>Steps.</summary>
    /// <param name="step">Which of <see cref="Steps"/>.</param>
    /// <param name="cancel">Gives up.</param>
    public Task StepAsync(int step, CancellationToken cancel) =>
        WriteAsync(TargetOf(step) - clock.GetUtcNow(), step == Steps.Count - 1 ? ClockQuality.Synced : ClockQuality.Estimated, cancel);

    /// <summary>Begins right, and nobody answers for that.</summary>
    /// <param name="cancel">Gives up.</param>
    public Task BeginAsync(CancellationToken cancel) => WriteAsync(TimeSpan.Zero, ClockQuality.Estimated, cancel);

    Task WriteAsync(TimeSpan by, ClockQuality claim, CancellationToken cancel) => File.WriteAllTextAsync(
        file, string.Create(CultureInfo.InvariantCulture, $"{(long)by.TotalSeconds} {WireName<ClockQuality>.Of(claim)}\n"), cancel);

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
