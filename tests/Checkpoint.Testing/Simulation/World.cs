using System.Globalization;

namespace Checkpoint.Testing.Simulation;

/// <summary>
/// Boxes, a broker and a hub in simulated time: one thread, one source of chance, one queue of events. The same plan gives the same run on
/// every machine.
/// </summary>
sealed class World
{
    readonly PriorityQueue<Action, (long At, long Order)> events = new();
    readonly List<string>? trace;
    long order;

    public World(WorldPlan plan, Machines machines, SimulationTally tally, bool isTraced)
    {
        Plan = plan;
        Machines = machines;
        Tally = tally;
        Dice = new(plan.Seed);
        trace = isTraced ? [] : null;
        Broker = new(this);
        Hub = new(this);
        Judge = new(this);
        Carriers = new(this);
        for (var box = 0; box < plan.Boxes; box++)
            Boxes.Add(new(this, box, SimFlash.New(this, box)));
    }

    public WorldPlan Plan { get; }

    public Machines Machines { get; }

    public SimulationTally Tally { get; }

    public Dice Dice { get; }

    public SimBroker Broker { get; }

    public SimHub Hub { get; }

    public Judge Judge { get; }

    public SimCarriers Carriers { get; }

    /// <summary>Every box, clones and twins at the end.</summary>
    public List<SimBox> Boxes { get; } = [];

    public TimeSpan Now { get; private set; }

    /// <summary>Whether everything has been mended.</summary>
    public bool IsHealed { get; private set; }

    /// <summary>What happened, if anybody wants to know.</summary>
    public IReadOnlyList<string> Trace => trace ?? [];

    public bool IsTraced => trace is not null;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvariantException">An invariant does not hold.</exception>
    public void Run()
    {
        Boxes[0].Fill(Plan.Backlog);
        Hub.Start();
        foreach (var box in Boxes)
            box.PowerOn();
        var script = new FaultScript(this);
        foreach (var fault in Plan.Faults)
            At(fault.From, () => script.Begin(fault));

        RunUntil(Plan.Trouble, () => false);
        Heal();
        Judge.EverythingArrived(RunUntil(Now + Judge.HealingTime, Judge.IsQuiet));
    }

    public void After(TimeSpan delay, Action action) => At(Now + delay, action);

    public void At(TimeSpan at, Action action) => events.Enqueue(action, ((at < Now ? Now : at).Ticks, order++));

    /// <summary>Whether a fault is there now; then it counts as taken effect.</summary>
    public bool Suffers(FaultKind kind, int box = -1)
    {
        if (IsHealed)
            return false;
        foreach (var fault in Plan.Faults)
        {
            if (fault.Kind == kind && (box < 0 || fault.Box == box) && fault.From <= Now && Now < fault.Until && Dice.Falls(fault.Strength))
            {
                Tally.Hit(kind);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a fault is the nature of this world, healed or not.</summary>
    public bool IsOf(FaultKind kind)
    {
        if (!Plan.Faults.Any(fault => fault.Kind == kind))
            return false;
        Tally.Hit(kind);
        return true;
    }

    /// <summary>A random length of time.</summary>
    public TimeSpan Chance(int fromMilliseconds, int toMilliseconds) =>
        TimeSpan.FromMilliseconds(fromMilliseconds + Dice.Roll(toMilliseconds - fromMilliseconds));

    /// <summary>A random number, 0 to under 1.</summary>
    public double Fraction() => Dice.Roll(1000) / 1000.0;

    public void Note(string line) => trace?.Add(string.Create(CultureInfo.InvariantCulture, $"{Now.TotalSeconds,9:0.000}  {line}"));

    public void Check(bool good, string invariant)
    {
        if (good)
            return;
        Note($"BROKEN: {invariant}");
        throw new InvariantException(invariant);
    }

    void Heal()
    {
        Note("everything is mended");
        IsHealed = true;
        Broker.Heal();
        Hub.Start();
        foreach (var box in Boxes)
            box.Heal();
    }

    bool RunUntil(TimeSpan end, Func<bool> isDone)
    {
        while (events.TryPeek(out _, out var next) && next.At <= end.Ticks)
        {
            Now = TimeSpan.FromTicks(next.At);
            events.Dequeue()();
            if (isDone())
                return true;
        }

        Now = end;
        return false;
    }
}
