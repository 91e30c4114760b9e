using System.ComponentModel;
using System.Diagnostics;

namespace Checkpoint.Edge.Scanning;

/// <summary>
/// A scanner's process and the thread that started it. The kernel ends the scanner with that thread (PR_SET_PDEATHSIG counts threads, not
/// processes: prctl(2)), so it is one of its own that lives exactly as long; a thread of the pool is retired when there is little to do.
/// </summary>
sealed class ScannerLife : IDisposable
{
    const int StackBytes = 256 << 10;

    readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock changing = new();
    readonly Process process;
    bool isLeft;

    ScannerLife(ScannerStart start) => process = new() { StartInfo = start.ToProcess() };

    /// <summary>Its process id.</summary>
    public int Id { get; private set; }

    /// <summary>Where frames go.</summary>
    public Stream Frames { get; private set; } = Stream.Null;

    /// <summary>Where answers come from.</summary>
    public Stream Answers { get; private set; } = Stream.Null;

    /// <summary>Its exit code, once it has ended; 128 and the signal's number if a signal ended it.</summary>
    public Task<int> Ended => ended.Task;

    /// <summary>Starts one.</summary>
    /// <exception cref="IOException">The program is not there, or the machine has no room for it.</exception>
    public static async Task<ScannerLife> BeginAsync(ScannerStart start)
    {
        var life = new ScannerLife(start);
        new Thread(life.Live, StackBytes) { IsBackground = true, Name = "scanner" }.Start();
        await life.started.Task;
        return life;
    }

    /// <summary>Ends it at once (SIGKILL), without waiting for it.</summary>
    public void Dispose()
    {
        lock (changing)
        {
            isLeft = true;
            if (ended.Task.IsCompleted)
                process.Dispose();
            else
                process.Kill();
        }

        Frames.Dispose();
        Answers.Dispose();
    }

    void Live()
    {
        if (!TryStart())
            return;
        process.WaitForExit();
        lock (changing)
        {
            ended.SetResult(process.ExitCode);
            if (isLeft)
                process.Dispose();
        }
    }

    bool TryStart()
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            started.SetException(new IOException($"{process.StartInfo.FileName}: {error.Message}", error));
            return false;
        }

        (Id, Frames, Answers) = (process.Id, process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        started.SetResult();
        return true;
    }
}
