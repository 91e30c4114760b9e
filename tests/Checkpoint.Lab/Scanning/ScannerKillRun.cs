using System.Text.Json;
using Checkpoint.Lab.Bench;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Scanning;

/// <summary>What one crowd left behind at one gate.</summary>
/// <param name="Entries">Each entry as "passage: verdict reason, pass, last or not", in order.</param>
/// <param name="Finished">People with a last entry.</param>
/// <param name="Kills">How often the code reader was killed.</param>
/// <param name="Lost">Code readers that the gate noticed it had lost.</param>
/// <param name="FramesRead">Frames that were read.</param>
/// <param name="FramesDropped">Frames that came while no code reader was up.</param>
/// <param name="Memory">Resident memory of the gate without its code reader, in bytes.</param>
/// <param name="IsReading">Whether codes were read at the end.</param>
/// <param name="Left">Code readers that outlived the gate.</param>
sealed record ScannerKillRun(
    IReadOnlyList<string> Entries, int Finished, int Kills, double Lost, double FramesRead, double FramesDropped, long Memory, bool IsReading, int Left)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Lets a crowd through a gate.</summary>
    /// <param name="settings">The gate and its crowd.</param>
    /// <param name="withKills">Whether its code reader is killed every second until the crowd is through.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<ScannerKillRun> RunAsync(EdgeSettings settings, bool withKills, CancellationToken cancel)
    {
        var edge = await EdgeProgram.StartAsync(settings, cancel);
        await using (edge)
        {
            var kills = await WatchAsync(edge, withKills, cancel);
            var isReading = await IsReadingAsync(edge, cancel);
            var journal = await edge.JournalAsync(after: 0, cancel);
            var metrics = await edge.MetricsAsync(cancel);
            var memory = edge.Process.Memory;
            var scanners = ScannerChildren.Of(edge.Process.Id);
            await edge.Process.StopAsync();
            return new(
                [.. journal.Select(row => Line(row.Entry))],
                journal.Where(row => row.IsFinal).Select(row => row.Passage).Distinct().Count(),
                kills,
                MetricText.Value(metrics, "checkpoint_scanner_restarts_total"),
                MetricText.Value(metrics, "checkpoint_scan_seconds_count"),
                MetricText.Value(metrics, "checkpoint_frames_dropped_total"),
                memory,
                isReading,
                scanners.Count(ScannerChildren.IsAlive));
        }
    }

    // Counts as a kill only what was there to be killed.
    static async Task<int> WatchAsync(EdgeProgram edge, bool withKills, CancellationToken cancel)
    {
        var kills = 0;
        using var timer = new PeriodicTimer(Interval);
        while (!(await edge.StatusAsync(cancel)).CrowdDone)
        {
            await timer.WaitForNextTickAsync(cancel);
            foreach (var scanner in withKills ? ScannerChildren.Of(edge.Process.Id) : [])
            {
                await ProcessSignal.KillAsync(scanner, cancel);
                kills++;
            }
        }

        return kills;
    }

    static async Task<bool> IsReadingAsync(EdgeProgram edge, CancellationToken cancel)
    {
        try
        {
            await Eventually.HoldsAsync(
                async () => (await edge.HealthAsync(cancel)).GetProperty("checks").EnumerateArray()
                    .Any(check => check.GetProperty("name").ValueEquals("code reader") && check.GetProperty("state").ValueEquals("ok")),
                "codes are read",
                cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // Without what differs from one run to the next by itself: times, and the noise of the thermometer.
    static string Line(JsonElement entry) => string.Join(' ', [
        $"{entry.GetProperty("passage")}:",
        entry.GetProperty("direction").GetString(),
        entry.GetProperty("verdict").GetString(),
        .. entry.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()),
        entry.TryGetProperty("pass", out var pass) ? pass.GetString() : "no pass",
        entry.GetProperty("final").GetBoolean() ? "last" : "not last",
    ]);
}
