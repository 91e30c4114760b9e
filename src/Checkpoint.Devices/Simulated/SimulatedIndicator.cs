using System.Threading.Channels;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

/// <summary>A light and a buzzer that somebody at the simulated gate looks at. One onlooker, and a camera on them if wanted.</summary>
public sealed class SimulatedIndicator : IIndicator
{
    /// <summary>The recording's line for a start of the program.</summary>
    public const string Started = "started";

    /// <summary>Signals kept for an onlooker that is late; at the limit, the oldest is forgotten, as with a real light.</summary>
    public const int Backlog = 64;

    readonly Channel<Signal> signals = Channel.CreateBounded<Signal>(
        new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });

    readonly string? recording;

    /// <summary>Switches them on.</summary>
    /// <param name="recording">
    /// File to which the kind of every signal is appended as it is shown, a line each, after the line <see cref="Started"/>; null for none. It
    /// is what a person saw: the kernel has it when <see cref="Show"/> returns, so that it outlives the program.
    /// </param>
    public SimulatedIndicator(string? recording = null)
    {
        this.recording = recording;
        Record(Started);
    }

    /// <inheritdoc/>
    public void Show(Signal signal)
    {
        signals.Writer.TryWrite(signal);
        Record(signal.Kind.ToString());
    }

    /// <summary>Waits for the next signal that was not looked at yet.</summary>
    public ValueTask<Signal> LookAsync(CancellationToken cancel) => signals.Reader.ReadAsync(cancel);

    /// <summary>Forgets the signals up to now: they were for somebody else.</summary>
    public void LookAway()
    {
        while (signals.Reader.TryRead(out _))
        {
        }
    }

    void Record(string what)
    {
        if (recording is not null)
            File.AppendAllText(recording, what + "\n");
    }
}
