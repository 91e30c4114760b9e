using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Journals;

/// <summary>Times the real program from its start until it answers: with a long journal, after kill -9, and with a damaged one.</summary>
static class ReadyRun
{
    static readonly TimeSpan AfterCrash = TimeSpan.FromSeconds(3);
    static readonly TimeSpan AfterDamage = TimeSpan.FromSeconds(5);

    /// <summary>Measures it on a copy.</summary>
    public static async Task MeasureAsync(Report report, string journal, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var settings = new EdgeSettings(Some.Device.Value, folder.Path, $"mqtt://127.0.0.1:{FreePort.Next().ToString(CultureInfo.InvariantCulture)}", Passages: 0);
        var (empty, _) = await StartAsync(settings, kill: true, cancel);
        Report.Note(Line($"ready with a new journal in {empty.TotalSeconds:0.00} s, for comparison"));
        foreach (var part in Directory.GetFiles(folder.Path, "journal.db*"))
            File.Delete(part);
        File.Copy(journal, settings.Journal);

        var (first, before) = await StartAsync(settings, kill: true, cancel);
        Report.Note(Line($"ready with the long journal in {first.TotalSeconds:0.00} s, then killed at work"));
        var (crashed, after) = await StartAsync(settings, kill: false, cancel);
        report.Check(crashed <= AfterCrash && after.Boot == before.Boot + 1, Line($"crash to ready in {crashed.TotalSeconds:0.00} s; {AfterCrash.TotalSeconds:0} s at most"));

        using (var file = new FileStream(settings.Journal, FileMode.Open))
            file.Write(new byte[file.Length / 2]);
        var (damaged, fresh) = await StartAsync(settings, kill: false, cancel);
        report.Check(
            damaged <= AfterDamage && !string.Equals(fresh.Epoch, after.Epoch, StringComparison.Ordinal),
            Line($"damaged journal to ready in {damaged.TotalSeconds:0.00} s; {AfterDamage.TotalSeconds:0} s at most"));
    }

    static async Task<(TimeSpan Took, EdgeStatus Status)> StartAsync(EdgeSettings settings, bool kill, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var edge = await EdgeProgram.StartAsync(settings, cancel);
        var took = TimeProvider.System.GetElapsedTime(started);
        var written = (await edge.StatusAsync(cancel)).Written;
        await Eventually.HoldsAsync(async () => (await edge.StatusAsync(cancel)).Written > written, "an entry is written", cancel);
        var status = await edge.StatusAsync(cancel);
        if (kill)
            await edge.Process.KillAsync();
        return (took, status);
    }

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
