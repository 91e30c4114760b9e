namespace Checkpoint.Testing.Simulation;

/// <summary>Begins and ends the faults that happen at a moment; the others are asked for as things go on.</summary>
sealed class FaultScript(World world)
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public void Begin(Fault fault)
    {
        if (world.IsHealed)
            return;
        world.Note($"fault: {fault}");
        if (!OfBox(fault, world.Boxes[fault.Box]))
            OfCentre(fault);
    }

    bool OfBox(Fault fault, SimBox box)
    {
        switch (fault.Kind)
        {
            case FaultKind.PowerCut:
                box.PowerOff();
                world.At(fault.Until + Moment, box.PowerOn);
                return Hit(fault);
            case FaultKind.CorruptStore:
                box.Corrupt(fault.Strength);
                return Hit(fault);
            case FaultKind.ClockJump:
                box.JumpClock(fault.Strength);
                return Hit(fault);
            case FaultKind.LinkCut:
                world.Broker.Cut(box);
                return Hit(fault);
            case FaultKind.OldList:
                box.Offer(world.Dice.Roll(world.Hub.List + 1));
                return Hit(fault);
            case FaultKind.TornWrite:
                box.TearNextWrite();
                return true;
            case FaultKind.RolledBack:
                box.RollBack(1 + (fault.Strength / 10));
                return true;
            case FaultKind.Clone or FaultKind.Twin:
                Double(fault, box);
                return true;
            case FaultKind.StickCarried or FaultKind.StickTwice or FaultKind.StickLost or FaultKind.StickChanged or FaultKind.OldReceipt:
                world.Carriers.TakeOut(box, fault);
                return true;
            default:
                return false;
        }
    }

    void OfCentre(Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.BrokerDown:
                Hit(fault);
                world.Broker.Stop();
                world.At(fault.Until + Moment, world.Broker.Start);
                break;
            case FaultKind.Amnesia:
                Hit(fault);
                world.Broker.Forget();
                break;
            case FaultKind.HubDown:
                Hit(fault);
                world.Hub.Stop();
                world.At(fault.Until + Moment, world.Hub.Start);
                break;
            case FaultKind.HubLinkCut:
                Hit(fault);
                world.Broker.CutHub();
                break;
            case FaultKind.CrashBeforeCommit or FaultKind.CrashAfterCommit:
                world.Hub.CrashAt(fault.Kind);
                break;
        }
    }

    bool Hit(Fault fault)
    {
        world.Tally.Hit(fault.Kind);
        return true;
    }

    // One other at a time of each: three that fight for one name prove nothing more, and take an hour to heal.
    void Double(Fault fault, SimBox box)
    {
        if (world.Boxes.Count > world.Plan.Boxes)
            return;
        world.Tally.Hit(fault.Kind);
        var flash = fault.Kind == FaultKind.Clone ? box.Flash.Copy() : SimFlash.New(world, box.Identity);
        var other = new SimBox(world, box.Identity, flash);
        world.Boxes.Add(other);
        other.PowerOn();
    }
}
