using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Checkpoint.Testing.Kernel;
using Checkpoint.Testing.Kernel.Clocks;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Kernel;

/// <summary>
/// <c>kernel-clock</c>: the whole box in a guest whose real clock is set, on a real broker and hub. Every light must be in the ledger once, and
/// every time right or marked.
/// </summary>
static class KernelClockCommand
{
    const int NotRun = 2;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var steps = LimitedOption.Create("--steps", "How often something is done to the clock.", 44, 1, 1_000);
        var seed = LimitedOption.Create("--seed", "Decides what.", 1, 0, int.MaxValue);
        var command = new Command("kernel-clock", "Set the clock of a kernel that may have it set, and lose no entry and no time.") { steps, seed };
        command.SetAction((arguments, cancel) => RunAsync(arguments.GetValue(steps), (ulong)arguments.GetValue(seed), cancel));
        return command;
    }

    static async Task<int> RunAsync(int steps, ulong seed, CancellationToken cancel)
    {
        if (await KernelRig.PrepareAsync(cancel) is { } trouble)
            return Skip(trouble);
        var folder = Path.Combine(ProgramProcess.RepositoryRoot(), ".run", string.Create(CultureInfo.InvariantCulture, $"kernel-clock-{Environment.ProcessId}"));
        Directory.CreateDirectory(folder);
        Report.Note($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {steps} steps, seed {seed}");
        var report = new Report();
        try
        {
            var run = new KernelClockRun(TimeProvider.System, outcome => report.Check(outcome.IsGood, outcome.Line));
            foreach (var finding in await run.RunAsync(folder, new ClockScript(seed).Draw(steps), cancel))
                report.Check(finding.Good, finding.Line);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.AccessDenied or SocketError.AddressAlreadyInUse)
        {
            return Skip($"UDP port {TimeServer.Port} of loopback, on which the guest asks for the time: {error.Message}");
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException or IOException or HttpRequestException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            report.Check(good: false, error.Message);
        }

        var code = report.Close();
        if (code == 0)
            Directory.Delete(folder, recursive: true);
        else
            Report.Note($"Ledger, logs and the guest's console: {folder}");
        return code;
    }

    static int Skip(string why)
    {
        Console.WriteLine($"NOT RUN  {why}");
        Console.WriteLine("0 passed, 0 failed, 1 skipped");
        return NotRun;
    }
}
