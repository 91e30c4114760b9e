using System.Threading.Channels;
using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Carrying;

/// <summary>Journals of which entries were carried in: the ingest is to look at them again, and to tell their boxes if it can.</summary>
sealed class CarryNews
{
    /// <summary>Journals that may wait; what does not fit is learnt when the box is heard of next.</summary>
    public const int Limit = 1024;

    readonly Channel<StreamKey> channel = Channel.CreateBounded<StreamKey>(new BoundedChannelOptions(Limit) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>What waits.</summary>
    public ChannelReader<StreamKey> Streams => channel.Reader;

    /// <summary>Entries of this journal are in the ledger.</summary>
    public void Post(StreamKey stream) => channel.Writer.TryWrite(stream);
}
