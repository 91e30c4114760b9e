using System.Collections.Immutable;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>An outbox to play with: things happen to it one after the other, and what the last one called for can be read.</summary>
sealed class Outbox(long written = 0, long released = 0)
{
    public OutboxState State { get; private set; } = new(Some.Epoch, written, released);

    public TimeSpan Now { get; private set; }

    public ImmutableArray<OutboxEffect> Effects { get; private set; } = [];

    public IEnumerable<SeqRange> Published => Effects.OfType<OutboxEffect.Publish>().Select(effect => effect.Entries);

    public Outbox After(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Outbox Append(long written) => Take(new OutboxInput.Appended(Now, written));

    public Outbox Connect(int receiveMaximum = 100) => Take(new OutboxInput.Connected(Now, receiveMaximum));

    public Outbox Disconnect(double jitter = 1, bool takenOver = false) =>
        Take(new OutboxInput.Disconnected(Now, jitter) { TakenOver = takenOver });

    public Outbox Answer() => Take(new OutboxInput.Answered(Now));

    public Outbox Confirm(long upTo, params SeqRange[] missing) => Confirm(new Watermark(Some.Epoch, upTo, [.. missing]));

    public Outbox Confirm(Watermark watermark, EntryHash? own = null) => Take(new OutboxInput.Confirmed(Now, watermark) { Own = own });

    public Outbox HubReturns() => Take(new OutboxInput.HubReturned(Now));

    public Outbox Tick(double afterSeconds = 0) => After(afterSeconds).Take(new OutboxInput.Ticked(Now));

    Outbox Take(OutboxInput input)
    {
        (State, Effects) = OutboxMachine.Advance(State, input);
        return this;
    }
}
