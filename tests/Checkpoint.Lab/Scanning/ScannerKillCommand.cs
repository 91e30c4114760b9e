using System.CommandLine;
using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Scanning;

/// <summary>
/// <c>scanner-kill</c>: the same crowd through two real gates, one in peace and one whose code reader is killed every second. Every member
/// must get exactly the same entries.
/// </summary>
static class ScannerKillCommand
{
    const int MaxSeconds = 3600;

    // In real time, with people one right after another, nobody passes in less than a second: the crowd lasts longer than the kills must.
    const int PeoplePerSecond = 1;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long the code reader is killed every second, at least.", DefaultValueFactory = _ => 60 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxSeconds)
                result.AddError($"--seconds: expected 1 to {MaxSeconds}.");
        });
        var command = new Command("scanner-kill", "Kill a gate's code reader every second, and miss no entry.") { seconds };
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(seconds), cancel));
        return command;
    }

    static async Task<int> RunAsync(int seconds, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        await using var broker = await Broker.StartNewAsync(new(), cancel);
        var url = string.Create(CultureInfo.InvariantCulture, $"mqtt://127.0.0.1:{broker.Port}");
        var people = seconds * PeoplePerSecond;
        Report.Note($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {people} people, one kill a second for {seconds} s at least");

        var runs = await Task.WhenAll(
            ScannerKillRun.RunAsync(Gate("in-peace"), withKills: false, cancel), ScannerKillRun.RunAsync(Gate("killed"), withKills: true, cancel));
        Print(runs[0], runs[1]);
        return Judge(runs[0], runs[1], people, seconds);

        EdgeSettings Gate(string name) => new(name, Directory.CreateDirectory(folder[name]).FullName, url, people);
    }

    static void Print(ScannerKillRun peace, ScannerKillRun killed)
    {
        Report.Note($"{"",-44}{"in peace",10}{"killed",10}");
        Row("entries", run => run.Entries.Count);
        Row("people with a last entry", run => run.Finished);
        Row("kills", run => run.Kills);
        Row("code readers lost, as the gate counts them", run => run.Lost);
        Row("frames read", run => run.FramesRead);
        Row("frames without a code reader", run => run.FramesDropped);
        Row("the gate's memory without the reader, MB", run => run.Memory / 1048576.0);

        void Row(string what, Func<ScannerKillRun, double> figure) =>
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{figure(peace),10:0}{figure(killed),10:0}"));
    }

    static int Judge(ScannerKillRun peace, ScannerKillRun killed, int people, int seconds)
    {
        var report = new Report();
        var lost = peace.Entries.Except(killed.Entries, StringComparer.Ordinal).ToList();
        var more = killed.Entries.Except(peace.Entries, StringComparer.Ordinal).ToList();
        foreach (var entry in lost)
            Report.Note($"only in peace:     {entry}");
        foreach (var entry in more)
            Report.Note($"only when killed:  {entry}");

        report.Check(killed.Kills >= seconds, $"the code reader was killed {killed.Kills} times, {seconds} at least");
        report.Check(killed.Lost >= killed.Kills, $"the gate replaced {killed.Lost} code readers");
        report.Check(peace.Finished == people, $"in peace, {peace.Finished} of {people} people have their last entry");
        report.Check(killed.Finished == people, $"with kills, {killed.Finished} of {people} people have their last entry");
        report.Check(
            peace.Entries.SequenceEqual(killed.Entries, StringComparer.Ordinal),
            $"{killed.Entries.Count} entries, {lost.Count} lost and {more.Count} more than the {peace.Entries.Count} in peace, in the same order");
        report.Check(killed.IsReading, "codes are read at the end");
        report.Check(peace.Left + killed.Left == 0, "no code reader outlives its gate");
        return report.Close();
    }
}
