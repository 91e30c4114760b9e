using Checkpoint.Devices;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>A camera and its decoder in one, that live through a script: one step a frame, and then an empty view for ever.</summary>
/// <param name="steps">What each frame shows.</param>
sealed class FrameScript(params FrameScript.Step[] steps) : ICamera, IQrDecoder
{
    readonly Queue<Step> steps = new(steps);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Symbol? current;

    /// <inheritdoc/>
    public string Name => "script";

    /// <summary>Completes when the frame after the last step is asked for: everything in the script has been dealt with.</summary>
    public Task Ended => ended.Task;

    /// <inheritdoc/>
    public async ValueTask<GreyFrame> NextAsync(CancellationToken cancel)
    {
        if (!steps.TryDequeue(out var step))
        {
            ended.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancel);
        }

        current = step is Step.Shows shows ? shows.Code : null;
        return step is Step.Fails ? throw new IOException("The camera is gone.") : default;
    }

    /// <inheritdoc/>
    public Symbol? Decode(in GreyFrame frame) => current;

    public void Dispose()
    {
    }

    /// <summary>What one frame is.</summary>
    public abstract record Step
    {
        Step() { }

        /// <summary>A code.</summary>
        public sealed record Shows(Symbol Code) : Step;

        /// <summary>Nothing.</summary>
        public sealed record Empty : Step;

        /// <summary>No frame, but an error.</summary>
        public sealed record Fails : Step;
    }
}
