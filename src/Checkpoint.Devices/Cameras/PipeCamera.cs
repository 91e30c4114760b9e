using System.Threading.Channels;

namespace Checkpoint.Devices.Cameras;

/// <summary>
/// A camera behind a program that writes its pictures to a pipe: <c>rpicam-vid</c> for a Raspberry Pi's own, <c>ffmpeg</c> for one on the
/// network. The program is read all the time, so that the newest picture is new; it is ended with the camera and with each fault.
/// </summary>
public sealed class PipeCamera : ICameraDevice
{
    /// <summary>The least time given to a program until its first picture: sensors and networks are slow to start.</summary>
    public static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);

    readonly PipeProgram program;
    readonly TimeSpan stall;
    readonly TimeProvider clock;
    PipeRun? run;

    internal PipeCamera(PipeProgram program, TimeSpan stall, TimeProvider clock)
    {
        this.program = program;
        this.stall = stall;
        this.clock = clock;
    }

    /// <summary>The program's process id while it runs.</summary>
    internal int? ProcessId => run?.Id;

    /// <inheritdoc/>
    public async ValueTask<GreyFrame> NextAsync(CancellationToken cancel)
    {
        try
        {
            run ??= await Task.Run(() => PipeRun.Start(program), cancel);
            return new(await NextAsync(run, cancel), program.Width, program.Height, program.Width);
        }
        catch (IOException)
        {
            await CloseAsync();
            throw;
        }
    }

    /// <summary>Ends the program; waits up to <see cref="Processes.ProgramRun.EndPatience"/> until it is gone.</summary>
    public ValueTask DisposeAsync() => CloseAsync();

    async Task<ReadOnlyMemory<byte>> NextAsync(PipeRun running, CancellationToken cancel)
    {
        var patience = running.HasBegun || stall > StartPatience ? stall : StartPatience;
        using var limit = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await running.NextAsync(either.Token);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"{program.Camera} has given no picture for {patience.TotalSeconds:0.#} s.{running.LastWords()}", error);
        }
        catch (ChannelClosedException error)
        {
            throw new IOException(error.InnerException?.Message ?? error.Message, error);
        }
    }

    async ValueTask CloseAsync()
    {
        if (run is { } ended)
            await ended.DisposeAsync();
        run = null;
    }
}
