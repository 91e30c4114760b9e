using System.Threading.Channels;
using Checkpoint.Signals;

namespace Checkpoint.Devices.Simulated;

/// <summary>A light and a buzzer that somebody at the simulated gate looks at. One onlooker.</summary>
public sealed class SimulatedIndicator : IIndicator
{
    /// <summary>Signals kept for an onlooker that is late; at the limit, the oldest is forgotten, as with a real light.</summary>
    public const int Backlog = 64;

    readonly Channel<Signal> signals = Channel.CreateBounded<Signal>(
        new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <inheritdoc/>
    public void Show(Signal signal) => signals.Writer.TryWrite(signal);

    /// <summary>Waits for the next signal that was not looked at yet.</summary>
    public ValueTask<Signal> LookAsync(CancellationToken cancel) => signals.Reader.ReadAsync(cancel);

    /// <summary>Forgets the signals up to now: they were for somebody else.</summary>
    public void LookAway()
    {
        while (signals.Reader.TryRead(out _))
        {
        }
    }
}
