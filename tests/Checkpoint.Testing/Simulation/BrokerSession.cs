namespace Checkpoint.Testing.Simulation;

/// <summary>What the broker keeps of one identity.</summary>
/// <param name="name">The name.</param>
sealed class BrokerSession(string name)
{
    TimeSpan last;

    public string Name { get; } = name;

    /// <summary>Who is connected, or null.</summary>
    public SimBox? Box { get; set; }

    /// <summary>Which connection this is.</summary>
    public int Number { get; private set; }

    public int ReceiveMaximum { get; private set; }

    public int Unanswered { get; set; }

    /// <summary>What came while nobody was connected.</summary>
    public Queue<Action<SimBox>> Waiting { get; } = [];

    public void Open(SimBox box, int number, int receiveMaximum) =>
        (Box, Number, ReceiveMaximum, Unanswered, last) = (box, number, receiveMaximum, 0, TimeSpan.Zero);

    /// <summary>When the next thing on this link happens: in order, unless the world is out of order.</summary>
    public TimeSpan Soon(World world)
    {
        var at = world.Now + (world.Suffers(FaultKind.Delay) ? world.Chance(200, 15_000) : world.Chance(3, 40));
        if (!world.Suffers(FaultKind.Disorder))
            at = last = at > last ? at : last + TimeSpan.FromTicks(1);
        return at;
    }
}
