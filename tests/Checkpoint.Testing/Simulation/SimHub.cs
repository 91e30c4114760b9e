using System.Collections.Immutable;
using Checkpoint.Delivery;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Testing.Simulation;

/// <summary>A hub: a database that survives, and the product's ingest machine, which does not.</summary>
sealed class SimHub(World world)
{
    /// <summary>Messages that came and were not read, as the link's bounded events.</summary>
    const int MaxUnread = 1000;

    Func<IngestState, IngestInput, IngestStep> machine = IngestMachine.Advance;
    Func<int, bool> takes = _ => true;
    readonly Queue<Action> unread = [];
    IngestState state = new();
    FaultKind? crash;
    TimeSpan bootAt;
    bool isOn;
    bool turns;
    int life;

    /// <summary>The database.</summary>
    public SimLedger Ledger { get; } = new(world);

    /// <summary>The newest list's version; one comes every so often.</summary>
    public int List => 1 + (int)(world.Now.TotalSeconds / 20);

    public IngestState State => state;

    public bool IsQuiet => isOn && state.InHand is null && state.Intake.IsEmpty && unread.Count == 0;

    TimeSpan Elapsed => world.Now - bootAt;

    public bool IsAlive(int thisLife) => isOn && life == thisLife;

    public void Start()
    {
        if (isOn)
            return;
        (isOn, bootAt, state, crash) = (true, world.Now, new(), null);
        life++;
        machine = world.Machines.ForHub();
        takes = world.Machines.Reader();
        world.Note("the hub starts");
        Feed(new IngestInput.Recalled(Elapsed, Ledger.WithHoles()));
        Turn(life);
    }

    public void Stop()
    {
        if (!isOn)
            return;
        world.Note("the hub is gone");
        isOn = false;
        life++;
        unread.Clear();
        world.Broker.LoseHub();
    }

    public void CrashAt(FaultKind kind) => crash = kind;

    public void Connected()
    {
        if (isOn)
            Feed(new IngestInput.Connected(Elapsed));
    }

    public void Disconnected()
    {
        if (isOn)
            Feed(new IngestInput.Disconnected(Elapsed, world.Fraction()));
    }

    public void Answered(StreamKey stream)
    {
        if (isOn)
            Feed(new IngestInput.Answered(Elapsed, stream));
    }

    public void Born(StreamKey stream, int keptAside) => Come(() =>
    {
        world.Judge.HeardOfAside(stream, keptAside);
        Feed(new IngestInput.Asked(Elapsed, stream));
    });

    public void Receive(int message, RecordBatch batch) => Come(() =>
    {
        if (takes(message))
            Feed(new IngestInput.Arrived(Elapsed, batch));
    });

    /// <summary>Somebody carries entries in: into the database, whether the hub runs or not; a hub that runs is told of them.</summary>
    public void CarryIn(ImmutableArray<WireRecord> records)
    {
        if (world.Suffers(FaultKind.CommitFails))
        {
            world.After(TimeSpan.FromSeconds(5), () => CarryIn(records));
            return;
        }

        foreach (var batch in records.Chunk(RecordBatch.MaxRecords))
            Ledger.Commit(IngestDelivery.Empty.With(new RecordBatch([.. batch])));
        var stream = StreamKey.Of(records[0].Key);
        Come(() => Feed(new IngestInput.Asked(Elapsed, stream)));
    }

    void Come(Action message)
    {
        if (!isOn || unread.Count >= MaxUnread)
            return;
        unread.Enqueue(message);
        if (turns)
            return;
        turns = true;
        var thisLife = life;
        world.After(world.Chance(1, 30), () =>
        {
            turns = false;
            if (IsAlive(thisLife))
                Collect();
        });
    }

    void Collect()
    {
        while (!state.IsFull && unread.TryDequeue(out var message))
            message();
        Feed(new IngestInput.Ticked(Elapsed));
    }

    void Turn(int thisLife)
    {
        if (!IsAlive(thisLife))
            return;
        Collect();
        world.After(TimeSpan.FromSeconds(1), () => Turn(thisLife));
    }

    void Feed(IngestInput input)
    {
        (state, var effects) = machine(state, input);
        world.Judge.Ingest(this, input, effects);
        foreach (var effect in effects)
            Carry(effect);
    }

    void Carry(IngestEffect effect)
    {
        switch (effect)
        {
            case IngestEffect.Connect:
                world.Broker.ConnectHub(life);
                break;
            case IngestEffect.SayOnline:
                world.Broker.SayOfHub(online: true);
                break;
            case IngestEffect.Commit commit:
                var (thisLife, slow) = (life, world.Suffers(FaultKind.SlowCommit));
                world.After(slow ? world.Chance(1000, 20_000) : world.Chance(2, 30), () => Commit(thisLife, commit.Delivery));
                break;
            case IngestEffect.Tell tell:
                world.Note($"the hub tells {tell.Watermark.Device} {tell.Watermark.Watermark.UpTo}");
                world.Broker.Tell(tell.Watermark);
                break;
            case IngestEffect.ReportGap report:
                world.Judge.GapReported(report.Gap);
                break;
        }
    }

    void Commit(int thisLife, IngestDelivery delivery)
    {
        if (!IsAlive(thisLife))
            return;
        if (world.Suffers(FaultKind.CommitFails))
        {
            world.Note("the hub's commit fails");
            Feed(new IngestInput.CommitFailed(Elapsed, world.Fraction()));
            return;
        }

        var armed = world.IsHealed ? null : crash;
        if (armed == FaultKind.CrashBeforeCommit)
        {
            Crash(armed.Value);
            return;
        }

        var watermarks = Ledger.Commit(delivery);
        world.Note($"the hub commits {delivery.Records} records");
        if (armed == FaultKind.CrashAfterCommit)
            Crash(armed.Value);
        else
            Feed(new IngestInput.Committed(Elapsed, watermarks));
    }

    void Crash(FaultKind kind)
    {
        world.Tally.Hit(kind);
        Stop();
        world.After(world.Chance(500, 5000), Start);
    }
}
