using Checkpoint.Bundles;
using Checkpoint.Delivery;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>A box: a gate that people pass, a card, and the product's outbox machine.</summary>
sealed class SimBox(World world, int identity, SimFlash flash)
{
    static readonly DateTimeOffset Morning = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    readonly BoxLink link = new(world);
    Func<OutboxState, OutboxInput, OutboxStep> machine = OutboxMachine.Advance;
    OutboxState state = new(flash.Epoch, 0, 0);
    TimeSpan wallOffset;
    TimeSpan bootAt;
    bool? hubOnline;
    bool isTorn;
    int life;

    /// <summary>Which name and key it has; a clone's is its original's.</summary>
    public int Identity { get; } = identity;

    public SimFlash Flash { get; } = flash;

    public OutboxState State => state;

    public bool IsOn { get; private set; }

    public string Name => $"{Flash.Device}#{world.Boxes.IndexOf(this)}";

    /// <summary>Whether the hub has confirmed everything, and the card knows it.</summary>
    public bool IsDone => IsOn && !state.IsDisowned && state is { Waiting: 0, Written: > 0 } && state.Written == Flash.Written && Flash.Released == Flash.Written;

    TimeSpan Elapsed => world.Now - bootAt;

    /// <summary>Entries from before anything went wrong.</summary>
    public void Fill(int entries)
    {
        for (var i = 0; i < entries; i++)
            world.Judge.Shown(Flash.Append(Morning));
    }

    /// <summary>Whether it has started again since.</summary>
    public bool IsAnother(int thanLife) => life != thanLife;

    public void PowerOn()
    {
        if (IsOn)
            return;
        (IsOn, life, bootAt, hubOnline, isTorn) = (true, life + 1, world.Now, null, false);
        machine = world.Machines.ForBox(Flash);
        link.Down();
        state = new(Flash.Epoch, Flash.Written, Flash.Released);
        world.Note($"{Name} starts, epoch {Flash.Epoch}, written {Flash.Written}, released {Flash.Released}");
        Turn(life);
        Pass(life);
    }

    public void PowerOff()
    {
        if (!IsOn)
            return;
        world.Note($"{Name} has no power");
        IsOn = false;
        life++;
        world.Broker.Lose(this);
    }

    public void TearNextWrite() => isTorn = true;

    /// <summary>Some of the card's journal cannot be read; what can is kept aside.</summary>
    public void Corrupt(int percentLost)
    {
        if (IsOn)
            Replace(percentLost);
    }

    /// <summary>The power goes, and the card forgets what it said it had.</summary>
    public void RollBack(int entries)
    {
        if (!IsOn || Flash.Written == 0)
            return;
        world.Tally.Hit(FaultKind.RolledBack);
        PowerOff();
        world.Judge.ForgottenByCard(Flash.Lose(entries));
        world.After(world.Chance(500, 5000), PowerOn);
    }

    public void JumpClock(int strength) => wallOffset = strength switch
    {
        < 20 => new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero) - Morning - world.Now,
        < 60 => TimeSpan.FromDays(-7300),
        < 80 => TimeSpan.FromDays(7300),
        _ => TimeSpan.FromHours(strength % 2 == 0 ? 1 : -1),
    };

    /// <summary>Somebody brings a list.</summary>
    public void Offer(int version)
    {
        var digest = $"list {version}";
        if (!IsOn || Flash.List.Judge(version, digest) != BundleRefusal.None)
            return;
        world.Check(version >= Flash.List.Version, "a list's version never goes back");
        Flash.List = new(version, digest);
    }

    public void Heal()
    {
        isTorn = false;
        PowerOn();
        world.After(TimeSpan.FromSeconds(1), PassOnce);
    }

    public void Connected(int session, int receiveMaximum)
    {
        link.Up(session);
        world.Broker.SayBirth(this, session);
        Feed(new OutboxInput.Connected(Elapsed, receiveMaximum));
    }

    public void Disconnected(bool takenOver)
    {
        link.Down();
        Feed(new OutboxInput.Disconnected(Elapsed, world.Fraction()) { TakenOver = takenOver });
    }

    public void Answered(int session)
    {
        if (IsOn && link.Session == session)
            Feed(new OutboxInput.Answered(Elapsed));
    }

    public void HearOfHub(bool online)
    {
        if (!IsOn)
            return;
        if (online && hubOnline is not true)
            Feed(new OutboxInput.HubReturned(Elapsed));
        hubOnline = online;
    }

    public void Hear(Watermark watermark)
    {
        if (!IsOn)
            return;
        Feed(new OutboxInput.Confirmed(Elapsed, watermark) { Own = Flash.LinkAt(watermark.UpTo) });
    }

    // As the edge's loop does it: time passes, a disowned journal is replaced, and what a full disk did not take is written again.
    void Turn(int thisLife)
    {
        if (!IsOn || life != thisLife)
            return;
        Feed(new OutboxInput.Ticked(Elapsed));
        if (state.IsDisowned)
            Replace(percentLost: 0);
        if (state.Released > Flash.Released)
            Release(state.Released);
        world.After(world.Chance(900, 1100), () => Turn(thisLife));
    }

    void Pass(int thisLife)
    {
        if (!IsOn || life != thisLife || world.IsHealed)
            return;
        PassOnce();
        var mean = (int)world.Plan.PassEvery.TotalMilliseconds;
        world.After(world.Chance(mean / 10, mean * 2), () => Pass(thisLife));
    }

    // The decision: journal, then light. Nothing here waits for a link, a hub or a clock.
    void PassOnce()
    {
        if (!IsOn || !world.Judge.MayPass())
            return;
        Offer(world.Hub.List);
        if (world.Suffers(FaultKind.DiskFull, Identity))
        {
            world.Note($"{Name} holds: the disk is full");
            return;
        }

        if (isTorn)
        {
            TornPass();
            return;
        }

        var record = Flash.Append(Morning + wallOffset + world.Now);
        world.Judge.Shown(record);
        world.Note($"{Name} shows entry {record.Key.Seq}");
        world.Tally.Count(link.Session > 0 ? "gate: decided with a link" : "gate: decided without a link");
        Feed(new OutboxInput.Appended(Elapsed, Flash.Written));
    }

    // Written and not synced: it is there or not when the power is back, and nobody was shown a light.
    void TornPass()
    {
        world.Tally.Hit(FaultKind.TornWrite);
        if (world.Dice.Falls(50))
            Flash.Append(Morning + wallOffset + world.Now);
        PowerOff();
        world.After(world.Chance(500, 5000), PowerOn);
    }

    void Feed(OutboxInput input)
    {
        (state, var effects) = machine(state, input);
        world.Judge.Outbox(this, input, effects);
        foreach (var effect in effects)
            Carry(effect);
    }

    void Carry(OutboxEffect effect)
    {
        switch (effect)
        {
            case OutboxEffect.Connect:
                link.Down();
                world.Broker.Connect(this, life);
                break;
            case OutboxEffect.Publish { Entries: var entries } when link.Session > 0:
                var batch = Flash.Records[((int)entries.First - 1)..(int)entries.Last];
                world.Note($"{Name} publishes {entries.First} to {entries.Last}");
                world.Broker.Publish(this, link.Session, link.NextMessage(Identity), new([.. batch]));
                break;
            case OutboxEffect.Release release:
                Release(release.UpTo);
                break;
            case OutboxEffect.Contest:
                world.Note($"{Name} finds that its name is contested");
                break;
            case OutboxEffect.Disown:
                world.Note($"{Name} disowns its journal");
                break;
        }
    }

    void Release(long upTo)
    {
        world.Judge.Released(this, upTo);
        if (world.Suffers(FaultKind.DiskFull, Identity))
            return;
        world.Check(upTo >= Flash.Released, "what is released never falls within an epoch");
        world.Note($"{Name} releases up to {upTo}");
        Flash.Released = upTo;
    }

    void Replace(int percentLost)
    {
        world.Note($"{Name} moves its journal aside");
        world.Judge.ForgottenByCard(Flash.MoveAside(percentLost));
        if (world.IsHealed)
            world.After(TimeSpan.FromSeconds(1), PassOnce);
        state = OutboxMachine.Succeed(state, new(Flash.Epoch, Flash.Written, Flash.Released), Elapsed);
        if (link.Session > 0)
            world.Broker.SayBirth(this, link.Session);
    }
}
