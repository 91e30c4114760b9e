using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>
/// A box, a broker and a hub in one, driven by chance. The broker loses, doubles, reorders and forgets messages both ways; the hub
/// stores a record once and says how far it has come.
/// </summary>
sealed class Journey(ulong seed)
{
    readonly Dice dice = new(seed);
    readonly List<SeqRange> up = [];
    readonly List<Watermark> down = [];
    readonly List<long> ledger = [];
    OutboxState box = new(Some.Epoch, 0, 0);
    StreamPosition hub = StreamPosition.Start;
    TimeSpan now;
    bool healed;

    public long Written => box.Written;

    public long Released => box.Released;

    /// <summary>What the hub stored, in its order.</summary>
    public IReadOnlyList<long> Ledger => ledger;

    /// <summary>Whether the box ever released what the hub did not hold.</summary>
    public bool ReleasedTooMuch { get; private set; }

    /// <summary>Whether the box ever sent what it had not written, or had released already.</summary>
    public bool SentTooMuch { get; private set; }

    /// <summary>Trouble for so many steps.</summary>
    public Journey Suffer(int steps)
    {
        for (; steps > 0; steps--)
            Step();
        return this;
    }

    /// <summary>No trouble any more, until everything is released or so much time has passed.</summary>
    public Journey Heal(TimeSpan within)
    {
        healed = true;
        for (var end = now + within; Released < Written && now < end;)
        {
            now += TimeSpan.FromSeconds(1);
            Advance(new OutboxInput.Ticked(now));
            if (!box.IsUp && box.RetryAt is null)
                Advance(new OutboxInput.Connected(now, 20));
            while (up.Count > 0)
                Deliver(0);
            while (down.Count > 0)
                Confirm(0);
        }

        return this;
    }

    void Step()
    {
        now += TimeSpan.FromMilliseconds(dice.Roll(1500));
        _ = dice.Roll(12) switch
        {
            0 or 1 or 2 => Advance(new OutboxInput.Appended(now, box.Written + 1 + dice.Roll(70))),
            3 when box.IsUp => Break(),
            3 or 4 when !box.IsUp => Advance(new OutboxInput.Connected(now, 1 + dice.Roll(20))),
            5 or 6 or 7 when up.Count > 0 => Deliver(dice.Roll(up.Count)),
            8 or 9 when down.Count > 0 => Confirm(dice.Roll(down.Count)),
            10 => Advance(new OutboxInput.HubReturned(now)),
            _ => Advance(new OutboxInput.Ticked(now)),
        };
    }

    bool Break()
    {
        if (dice.Falls(50))
            up.Clear(); // the broker restarted and forgot what it had answered
        if (dice.Falls(50))
            down.Clear();
        return Advance(new OutboxInput.Disconnected(now, dice.Roll(100) / 100d));
    }

    bool Deliver(int at)
    {
        var batch = up[at];
        if (healed || dice.Falls(80))
            up.RemoveAt(at); // else it comes once more
        for (var seq = batch.First; seq <= batch.Last; seq++)
        {
            hub = hub.Accept(seq, out var acceptance);
            if (acceptance == Acceptance.New)
                ledger.Add(seq);
        }

        if (healed || dice.Falls(80))
            down.Add(new(Some.Epoch, hub.UpTo, hub.Missing()));
        return true;
    }

    bool Confirm(int at)
    {
        var watermark = down[at];
        if (healed || dice.Falls(90))
            down.RemoveAt(at);
        return Advance(new OutboxInput.Confirmed(now, watermark));
    }

    bool Advance(OutboxInput input)
    {
        (box, var effects) = OutboxMachine.Advance(box, input);
        var answers = 0;
        foreach (var effect in effects)
        {
            if (effect is OutboxEffect.Release release)
                ReleasedTooMuch |= release.UpTo > hub.UpTo;
            if (effect is OutboxEffect.Publish { Entries: var entries })
                answers += Send(entries);
        }

        for (; answers > 0; answers--)
            Advance(new OutboxInput.Answered(now));
        return true;
    }

    // The broker answers what it then loses, and sometimes does not answer what it keeps.
    int Send(SeqRange entries)
    {
        SentTooMuch |= entries.Last > box.Written || entries.Last <= box.Released || entries.Last - entries.First >= RecordBatch.MaxRecords;
        if (healed || dice.Falls(75))
            up.Add(entries);
        return healed || dice.Falls(85) ? 1 : 0;
    }
}
