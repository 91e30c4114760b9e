using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>A broker that may lose, double, reorder, delay, refuse and forget, and answers all of it with a smile.</summary>
sealed class SimBroker(World world)
{
    /// <summary>Messages kept for a session that is away; then they are dropped, silently, as a broker does.</summary>
    const int MaxQueued = 200;

    readonly Dictionary<int, BrokerSession> sessions = []; // by identity
    readonly Queue<Action> forHub = [];
    readonly List<StreamWatermark> told = [];
    bool hubIsOnline;
    bool isUp = true;
    int numbers;
    int hubSession;

    public void Heal() => Start();

    public void Start() => isUp = true;

    public void Stop()
    {
        isUp = false;
        foreach (var session in sessions.Values.ToList())
            Close(session, takenOver: false);
        CutHub();
    }

    /// <summary>It starts again with nothing in its memory.</summary>
    public void Forget()
    {
        Stop();
        Start();
        sessions.Clear();
        forHub.Clear();
        told.Clear();
        hubIsOnline = false;
    }

    /// <summary>The box is gone without a word.</summary>
    public void Lose(SimBox box)
    {
        if (SessionOf(box) is { } session)
            session.Box = null;
    }

    public void Cut(SimBox box)
    {
        if (SessionOf(box) is { } session)
            Close(session, takenOver: false);
    }

    public void Connect(SimBox box, int life)
    {
        if (SessionOf(box) is { } old)
            old.Box = null;
        world.After(world.Chance(20, 200), () =>
        {
            if (!box.IsOn || box.IsAnother(life))
                return;
            if (isUp)
                Accept(box);
            else
                box.Disconnected(takenOver: false);
        });
    }

    public void SayBirth(SimBox box, int number) => Up(box, number, () => world.Hub.Born(new(box.Flash.Device, box.Flash.Epoch), box.Flash.Aside.Count));

    public void Publish(SimBox box, int number, int message, RecordBatch batch)
    {
        if (SessionOf(box) is not { } session || session.Number != number)
            return;
        session.Unanswered++;
        world.Check(session.Unanswered <= session.ReceiveMaximum, "no more messages are unanswered than the broker takes");
        if (world.Suffers(FaultKind.Silence))
            return;
        world.At(session.Soon(world), () => Answer(session, number));
        if (world.Suffers(FaultKind.Refusal) || world.Suffers(FaultKind.Loss))
            return;
        for (var times = world.Suffers(FaultKind.Doubles) ? 2 : 1; times > 0; times--)
            Up(box, number, () => world.Hub.Receive(message, batch));
    }

    /// <summary>The hub comes.</summary>
    public void ConnectHub(int life) => world.After(world.Chance(20, 200), () =>
    {
        if (!world.Hub.IsAlive(life))
            return;
        if (!isUp)
        {
            world.Hub.Disconnected();
            return;
        }

        hubSession = ++numbers;
        world.Hub.Connected();
        while (forHub.TryDequeue(out var message))
            world.After(world.Chance(5, 50), message);
    });

    public void LoseHub()
    {
        hubSession = 0;
        SayOfHub(online: false);
    }

    public void CutHub()
    {
        if (hubSession == 0)
            return;
        LoseHub();
        world.After(world.Chance(10, 3000), world.Hub.Disconnected);
    }

    /// <summary>The hub, or the broker in its name, says whether it is there.</summary>
    public void SayOfHub(bool online)
    {
        hubIsOnline = online;
        foreach (var session in sessions.Values)
            Down(session, box => box.HearOfHub(online));
    }

    public void Tell(StreamWatermark mark)
    {
        told.Add(mark);
        var number = hubSession;
        world.After(world.Chance(5, 40), () =>
        {
            if (hubSession == number)
                world.Hub.Answered(mark.Stream);
        });
        foreach (var session in sessions.Values.Where(session => string.Equals(session.Name, mark.Device.Value, StringComparison.Ordinal)))
        {
            for (var times = world.Suffers(FaultKind.Doubles) ? 2 : 1; times > 0; times--)
                Down(session, box => box.Hear(mark.Watermark));
        }
    }

    void Accept(SimBox box)
    {
        if (!sessions.TryGetValue(box.Identity, out var session))
            sessions[box.Identity] = session = new(box.Flash.Device.Value);
        if (session.Box is { } other && other != box)
            Close(session, takenOver: !world.IsOf(FaultKind.SilentTakeover));
        session.Open(box, ++numbers, world.Suffers(FaultKind.NarrowWindow) ? 1 + world.Dice.Roll(3) : 20);
        box.Connected(session.Number, session.ReceiveMaximum);
        Down(session, heard => heard.HearOfHub(hubIsOnline));
        while (session.Waiting.TryDequeue(out var message))
            Down(session, message);
        if (told.Count > 0 && world.Suffers(FaultKind.OldWord))
        {
            var old = told[world.Dice.Roll(told.Count)];
            if (old.Device == box.Flash.Device)
                Down(session, heard => heard.Hear(old.Watermark));
        }
    }

    void Answer(BrokerSession session, int number)
    {
        if (session.Number != number || session.Box is not { } box)
            return;
        session.Unanswered--;
        box.Answered(number);
    }

    void Close(BrokerSession session, bool takenOver)
    {
        if (session.Box is not { } box)
            return;
        session.Box = null;
        world.Note($"the broker and {box.Name} part{(takenOver ? ", another has come" : "")}");
        world.After(world.Chance(1, 2000), () =>
        {
            if (box.IsOn && SessionOf(box) is null)
                box.Disconnected(takenOver);
        });
    }

    // From a box to the hub: now, or when the hub comes.
    void Up(SimBox box, int number, Action message)
    {
        if (SessionOf(box) is not { } session || session.Number != number)
            return;
        world.At(session.Soon(world), () =>
        {
            if (hubSession > 0)
                world.After(world.Chance(2, 20), message);
            else if (forHub.Count < MaxQueued)
                forHub.Enqueue(message);
        });
    }

    // From the hub to a box: now, or when the box comes.
    void Down(BrokerSession session, Action<SimBox> message)
    {
        if (world.Suffers(FaultKind.LossDown))
            return;
        if (session.Box is null)
        {
            if (session.Waiting.Count < MaxQueued)
                session.Waiting.Enqueue(message);
            return;
        }

        var number = session.Number;
        world.At(session.Soon(world), () =>
        {
            if (session.Number == number && session.Box is { } box)
                message(box);
        });
    }

    BrokerSession? SessionOf(SimBox box) => sessions.GetValueOrDefault(box.Identity) is { } session && session.Box == box ? session : null;
}
