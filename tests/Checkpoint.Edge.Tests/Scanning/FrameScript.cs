using Checkpoint.Devices;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>A camera and what reads it in one, that live through a script: one step a frame, and then an empty view for ever.</summary>
/// <param name="steps">What each frame shows.</param>
sealed class FrameScript(params FrameScript.Step[] steps) : ICamera, ICodeScanner
{
    readonly Queue<Step> steps = new(steps);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    FrameScan current;

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

        current = step is Step.Unread ? FrameScan.NotRead : new(WasRead: true, (step as Step.Shows)?.Code);
        return step is Step.Fails ? throw new IOException("The camera is gone.") : default;
    }

    /// <inheritdoc/>
    public ValueTask<FrameScan> ScanAsync(GreyFrame frame) => new(current);

    /// <summary>What one frame is.</summary>
    public abstract record Step
    {
        Step() { }

        /// <summary>A code.</summary>
        public sealed record Shows(Symbol Code) : Step;

        /// <summary>Nothing.</summary>
        public sealed record Empty : Step;

        /// <summary>Something that nobody looked at.</summary>
        public sealed record Unread : Step;

        /// <summary>No frame, but an error.</summary>
        public sealed record Fails : Step;
    }
}
