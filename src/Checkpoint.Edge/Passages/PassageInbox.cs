using System.Threading.Channels;
using Checkpoint.Passages;

namespace Checkpoint.Edge.Passages;

/// <summary>What the devices post and the gate's one loop takes, in order.</summary>
sealed class PassageInbox
{
    /// <summary>Inputs that may wait: over ten seconds of every device at full rate.</summary>
    public const int Limit = 256;

    readonly Channel<PassageInput> channel = Channel.CreateBounded<PassageInput>(
        new BoundedChannelOptions(Limit) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    long dropped;

    /// <summary>Samples and ticks that found the inbox full; the next ones stand for them.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>What waits.</summary>
    public ChannelReader<PassageInput> Inputs => channel.Reader;

    /// <summary>Posts what will come again by itself, a sample or a tick: dropped and counted if the inbox is full.</summary>
    public void Offer(PassageInput input)
    {
        if (!channel.Writer.TryWrite(input))
            Interlocked.Increment(ref dropped);
    }

    /// <summary>Posts what happens once, a person, a code or a button: waits for room.</summary>
    public ValueTask PostAsync(PassageInput input, CancellationToken cancel) => channel.Writer.WriteAsync(input, cancel);

    /// <summary>Nothing more will come.</summary>
    public void Close() => channel.Writer.TryComplete();
}
