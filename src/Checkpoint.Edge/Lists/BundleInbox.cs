using System.Threading.Channels;

namespace Checkpoint.Edge.Lists;

/// <summary>Bundles that came from the broker and wait to be looked at. Posting never waits.</summary>
sealed class BundleInbox
{
    /// <summary>Bundles that may wait, one of each kind and to spare; then the oldest is dropped: the broker has it and says it again.</summary>
    public const int Limit = 8;

    readonly Channel<BundleArrival> channel = Channel.CreateBounded<BundleArrival>(
        new BoundedChannelOptions(Limit) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>What waits.</summary>
    public ChannelReader<BundleArrival> Arrivals => channel.Reader;

    /// <summary>A bundle has come.</summary>
    public void Post(BundleArrival arrival) => channel.Writer.TryWrite(arrival);
}
