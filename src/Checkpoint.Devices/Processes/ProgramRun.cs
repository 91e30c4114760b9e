using System.ComponentModel;
using System.Diagnostics;

namespace Checkpoint.Devices.Processes;

/// <summary>
/// One run of a program beside the gate: no shell reads its arguments, it is given none of the gate's settings, and it is ended with those that it
/// started. Dispose of it in any case.
/// </summary>
sealed class ProgramRun : IAsyncDisposable
{
    /// <summary>How long an ended program may take to be gone.</summary>
    public static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);

    /// <summary>All of our environment that it is given: never the gate's settings, which hold a password.</summary>
    static readonly string[] Handed = ["PATH", "HOME", "LD_LIBRARY_PATH", "LIBCAMERA_IPA_MODULE_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    readonly CancellationTokenSource ending = new();
    readonly Process process;
    readonly SpokenTail spoken;
    Task listening = Task.CompletedTask;

    ProgramRun(ProcessStartInfo start, SpokenTail spoken)
    {
        this.spoken = spoken;
        process = new() { StartInfo = start };
    }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>What it reads.</summary>
    public Stream Input => process.StandardInput.BaseStream;

    /// <summary>What it writes.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Starts a program.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments, handed over as they are.</param>
    /// <param name="spoken">Keeps what it says on standard error.</param>
    /// <exception cref="IOException">It is not installed, or may not be run.</exception>
    public static ProgramRun Start(string file, IReadOnlyList<string> arguments, SpokenTail spoken)
    {
        var run = new ProgramRun(ToProcess(file, arguments), spoken);
        try
        {
            run.process.Start();
            run.listening = Task.Run(() => run.ListenAsync(run.ending.Token), CancellationToken.None);
            return run;
        }
        catch (Win32Exception error)
        {
            run.process.Dispose();
            run.ending.Dispose();
            throw new IOException($"{file} cannot be started ({error.Message})", error);
        }
    }

    /// <summary>Its last words, for people; empty if it said nothing.</summary>
    public string LastWords() => spoken.Tell() is { Length: > 0 } said ? $" It said: {said}" : "";

    /// <summary>Waits until it has ended, however long that takes.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task WaitAsync(CancellationToken cancel) => process.WaitForExitAsync(cancel);

    /// <summary>Waits up to <see cref="EndPatience"/> until it has ended and has been listened to.</summary>
    /// <returns>What it ended with; null if it did not end, or <paramref name="cancel"/> came before.</returns>
    public async Task<int?> EndAsync(CancellationToken cancel)
    {
        try
        {
            await process.WaitForExitAsync(cancel).WaitAsync(EndPatience, TimeProvider.System, cancel);
            await listening.WaitAsync(EndPatience, TimeProvider.System, cancel);
            return process.ExitCode;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Ends it (SIGKILL) and those that it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or one that it started has.
        }
    }

    /// <summary>Ends it, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Kill();

        // One that hangs in the kernel, at a broken device, will be gone when that lets go of it.
        await EndAsync(CancellationToken.None);
        process.Dispose();
        ending.Dispose();
    }

    static ProcessStartInfo ToProcess(string file, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["LIBCAMERA_LOG_LEVELS"] = "*:ERROR";
        foreach (var name in Handed)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        return start;
    }

    async Task ListenAsync(CancellationToken cancel)
    {
        var said = new char[1024];
        try
        {
            while (await process.StandardError.ReadAsync(said, cancel) is var count and > 0)
                spoken.Add(said.AsSpan(0, count));
            spoken.EndLine();
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed: what it said until now is enough.
        }
    }
}
