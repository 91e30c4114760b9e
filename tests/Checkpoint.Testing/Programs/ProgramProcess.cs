using System.Diagnostics;

namespace Checkpoint.Testing.Programs;

/// <summary>One of the product's programs, running as a process of its own, its output kept in a file.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    readonly Process process;
    readonly StreamWriter log;
    readonly Lock writing = new();

    ProgramProcess(Process process, string logFile)
    {
        this.process = process;
        LogFile = logFile;
        log = new(new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Where its output goes.</summary>
    public string LogFile { get; }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>What it ended with.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Its resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts a program of this solution, as built in the same configuration as the caller.</summary>
    /// <param name="project">Project, such as Checkpoint.Edge.</param>
    /// <param name="program">Program, such as checkpoint-edge.</param>
    /// <param name="arguments">Command line.</param>
    /// <param name="environment">Added to the environment.</param>
    /// <param name="logFile">Where its output goes, appended.</param>
    public static ProgramProcess Start(
        string project, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string logFile) =>
        Start(["dotnet", PathOf(project, program), .. arguments], environment, logFile);

    /// <summary>Starts a command.</summary>
    /// <param name="command">Program and arguments. Each program in it gives way to the next, so that the process is the last one's.</param>
    /// <param name="environment">Added to the environment.</param>
    /// <param name="logFile">Where its output goes, appended.</param>
    public static ProgramProcess Start(IEnumerable<string> command, IReadOnlyDictionary<string, string> environment, string logFile)
    {
        // In a session of its own, so that Ctrl-C in a terminal reaches the caller alone, which then stops it in order.
        var start = new ProcessStartInfo("setsid", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var running = new ProgramProcess(new() { StartInfo = start }, logFile);
        running.process.Start();
        running.process.StandardInput.Close();
        running.process.BeginOutputReadLine();
        running.process.BeginErrorReadLine();
        return running;
    }

    /// <summary>The built program's file.</summary>
    public static string PathOf(string project, string program)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return Path.Combine(RepositoryRoot(), "artifacts", "bin", project, configuration, program + ".dll");
    }

    /// <summary>Folder of Checkpoint.sln.</summary>
    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Checkpoint.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("Checkpoint.sln is in no folder above the program.");
    }

    /// <summary>Asks it to stop (SIGTERM), and ends it if it does not within 15 s.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            await ProcessSignal.TerminateAsync(Id, CancellationToken.None);
            using var patience = new CancellationTokenSource(StopPatience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
            }
        }

        return process.ExitCode;
    }

    /// <summary>Ends it at once (SIGKILL), as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits for it to end by itself.</summary>
    public async Task<int> WaitAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    /// <summary>Everything it has printed.</summary>
    public string Output()
    {
        using var reader = new StreamReader(new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
        lock (writing)
            log.Dispose();
    }

    void Keep(string? line)
    {
        lock (writing)
        {
            if (line is not null && log.BaseStream.CanWrite)
                log.WriteLine(line);
        }
    }
}
