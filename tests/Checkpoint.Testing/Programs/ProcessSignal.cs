using System.Diagnostics;
using System.Globalization;

namespace Checkpoint.Testing.Programs;

/// <summary>Signals that .NET has no name for; it can only kill. They go through the shell's own kill: a small Debian has no such program.</summary>
public static class ProcessSignal
{
    /// <summary>Asks a process to end (SIGTERM).</summary>
    public static Task TerminateAsync(int process, CancellationToken cancel) => SendAsync("TERM", process, cancel);

    /// <summary>Freezes a process (SIGSTOP): connections stay and nothing answers, as when its machine hangs.</summary>
    public static Task FreezeAsync(int process, CancellationToken cancel) => SendAsync("STOP", process, cancel);

    /// <summary>Lets a frozen process go on (SIGCONT).</summary>
    public static Task ThawAsync(int process, CancellationToken cancel) => SendAsync("CONT", process, cancel);

    /// <summary>Kills a process as its own assertion does (SIGABRT).</summary>
    public static Task AbortAsync(int process, CancellationToken cancel) => SendAsync("ABRT", process, cancel);

    /// <summary>Ends a process at once (SIGKILL).</summary>
    public static Task KillAsync(int process, CancellationToken cancel) => SendAsync("KILL", process, cancel);

    /// <summary>Sends any other.</summary>
    /// <param name="signal">Its name without SIG.</param>
    /// <param name="process">Whom to.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task SendAsync(string signal, int process, CancellationToken cancel)
    {
        var command = string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process}");
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { UseShellExecute = false })!;
        await shell.WaitForExitAsync(cancel);
    }
}
