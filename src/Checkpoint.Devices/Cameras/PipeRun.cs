using System.ComponentModel;
using System.Diagnostics;

namespace Checkpoint.Devices.Cameras;

/// <summary>One run of a program that writes frames. Ends with its first fault; dispose of it in any case.</summary>
sealed class PipeRun : IAsyncDisposable
{
    /// <summary>How long an ended program may take to be gone.</summary>
    public static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(2);

    const int ColourChunk = 64 << 10;

    /// <summary>All of our environment that it is given: never the gate's settings, which hold a password.</summary>
    static readonly string[] Handed = ["PATH", "HOME", "LD_LIBRARY_PATH", "LIBCAMERA_IPA_MODULE_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    readonly CancellationTokenSource ending = new();
    readonly PipeProgram program;
    readonly Process process;
    readonly SpokenTail spoken;
    readonly NewestFrame frames;
    Task listening = Task.CompletedTask;
    Task filling = Task.CompletedTask;

    PipeRun(PipeProgram program)
    {
        this.program = program;
        spoken = new(program.Secrets);
        frames = new(program.LumaBytes);
        process = new() { StartInfo = ToProcess(program) };
    }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Whether a frame has come.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Starts the program.</summary>
    /// <exception cref="IOException">It is not installed, or may not be run.</exception>
    public static PipeRun Start(PipeProgram program)
    {
        var run = new PipeRun(program);
        try
        {
            run.Begin();
            return run;
        }
        catch (Win32Exception error)
        {
            run.process.Dispose();
            run.ending.Dispose();
            throw new IOException($"{program.Camera}: {program.File} cannot be started ({error.Message}): {program.Advice}.", error);
        }
    }

    /// <summary>Waits for a frame that was not taken before; it is valid until the next call.</summary>
    /// <exception cref="System.Threading.Channels.ChannelClosedException">The program has ended; holds an <see cref="IOException"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancel) => frames.TakeAsync(cancel);

    /// <summary>Its last words, for people; empty if it said nothing.</summary>
    public string LastWords() => spoken.Tell() is { Length: > 0 } said ? $" It said: {said}" : "";

    /// <summary>Ends the program (SIGKILL) and those that it started, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Kill();
        try
        {
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(EndPatience, TimeProvider.System, CancellationToken.None);
            await Task.WhenAll(listening, filling).WaitAsync(EndPatience, TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // It hangs in the kernel, at a broken device: it will be gone when that lets go of it.
        }

        process.Dispose();
        ending.Dispose();
    }

    static ProcessStartInfo ToProcess(PipeProgram program)
    {
        var start = new ProcessStartInfo(program.File, program.Arguments)
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

    void Begin()
    {
        process.Start();
        process.StandardInput.Close();
        var cancel = ending.Token;
        listening = Task.Run(() => ListenAsync(cancel), CancellationToken.None);
        filling = Task.Run(() => FillAsync(cancel), CancellationToken.None);
    }

    void Kill()
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

    async Task FillAsync(CancellationToken cancel)
    {
        try
        {
            var output = process.StandardOutput.BaseStream;
            var colours = new byte[Math.Min(program.ColourBytes, ColourChunk)];
            while (true)
            {
                await output.ReadExactlyAsync(frames.Filling, cancel);
                for (var left = program.ColourBytes; left > 0; left -= Math.Min(left, colours.Length))
                    await output.ReadExactlyAsync(colours.AsMemory(0, Math.Min(left, colours.Length)), cancel);
                HasBegun = true;
                frames.Publish();
            }
        }
        catch (EndOfStreamException error)
        {
            frames.End(new IOException(await WhyAsync(cancel), error));
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            frames.End(new IOException($"{program.Camera} was closed.", error));
        }
    }

    async Task<string> WhyAsync(CancellationToken cancel)
    {
        try
        {
            await process.WaitForExitAsync(cancel).WaitAsync(EndPatience, TimeProvider.System, cancel);
            await listening.WaitAsync(EndPatience, TimeProvider.System, cancel);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return $"{program.Camera}: {program.File} stopped to write pictures.{LastWords()}";
        }

        return $"{program.Camera}: {program.File} ended with {process.ExitCode}.{LastWords()}";
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
