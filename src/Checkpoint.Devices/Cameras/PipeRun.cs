using Checkpoint.Devices.Processes;

namespace Checkpoint.Devices.Cameras;

/// <summary>One run of a program that writes frames. Ends with its first fault; dispose of it in any case.</summary>
sealed class PipeRun : IAsyncDisposable
{
    const int ColourChunk = 64 << 10;

    readonly CancellationTokenSource ending = new();
    readonly PipeProgram program;
    readonly ProgramRun run;
    readonly NewestFrame frames;
    readonly Task filling;

    PipeRun(PipeProgram program, ProgramRun run)
    {
        (this.program, this.run) = (program, run);
        frames = new(program.LumaBytes);
        var cancel = ending.Token;
        filling = Task.Run(() => FillAsync(cancel), CancellationToken.None);
    }

    /// <summary>Its process id.</summary>
    public int Id => run.Id;

    /// <summary>Whether a frame has come.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Starts the program.</summary>
    /// <exception cref="IOException">It is not installed, or may not be run.</exception>
    public static PipeRun Start(PipeProgram program)
    {
        try
        {
            var started = ProgramRun.Start(program.File, program.Arguments, new(program.Secrets));
            started.Input.Close();
            return new(program, started);
        }
        catch (IOException error)
        {
            throw new IOException($"{program.Camera}: {error.Message}: {program.Advice}.", error);
        }
    }

    /// <summary>Waits for a frame that was not taken before; it is valid until the next call.</summary>
    /// <exception cref="System.Threading.Channels.ChannelClosedException">The program has ended; holds an <see cref="IOException"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancel) => frames.TakeAsync(cancel);

    /// <inheritdoc cref="ProgramRun.LastWords"/>
    public string LastWords() => run.LastWords();

    /// <summary>Ends the program (SIGKILL) and those that it started, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        run.Kill();
        try
        {
            await filling.WaitAsync(ProgramRun.EndPatience, TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // It hangs in the kernel, and its pipe with it.
        }

        await run.DisposeAsync();
        ending.Dispose();
    }

    async Task FillAsync(CancellationToken cancel)
    {
        try
        {
            var colours = new byte[Math.Min(program.ColourBytes, ColourChunk)];
            while (true)
            {
                await run.Output.ReadExactlyAsync(frames.Filling, cancel);
                for (var left = program.ColourBytes; left > 0; left -= Math.Min(left, colours.Length))
                    await run.Output.ReadExactlyAsync(colours.AsMemory(0, Math.Min(left, colours.Length)), cancel);
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
        var why = await run.EndAsync(cancel) is { } code ? $"ended with {code}" : "stopped to write pictures";
        return $"{program.Camera}: {program.File} {why}.{LastWords()}";
    }
}
