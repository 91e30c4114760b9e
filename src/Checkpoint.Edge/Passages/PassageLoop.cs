using System.Collections.Immutable;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Sensing;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Signals;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Passages;

/// <summary>The gate's one loop: take an input, ask the machine, write the entry, and only then show the light.</summary>
sealed class PassageLoop(
    PassageInbox inbox,
    GateRules rules,
    FaceRules faces,
    SurroundingsView surroundings,
    GateMemory memory,
    VisitDesk visits,
    Registrar registrar,
    GateLight light,
    GateClock clock,
    GateMetrics metrics,
    Heartbeat heartbeat) : BackgroundService
{
    GateState state = GateState.Start;
    PassageMachine machine = new(rules.Current, faces);

    /// <summary>People the presence sensor has seen since the program started.</summary>
    public long Presences => Volatile.Read(ref state).Presences;

    /// <summary>What is ordinary at this gate; null until somebody has passed on it.</summary>
    public Ordinary? Ordinary => Volatile.Read(ref state).Ordinary;

    /// <summary>The same as the hub is told of it.</summary>
    public BoxLevel? Level => Ordinary is { } known
        ? new(faces.Sight, new(known.Baseline.Level, known.Baseline.People), known.SettledAt)
        : null;

    /// <summary>The badges of those who have signed on.</summary>
    public ImmutableArray<PassId> OnDuty => Volatile.Read(ref state).Duty.Present;

    /// <summary>Version of the rules for the next passage.</summary>
    public int PolicyVersion => rules.Current.Version;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Volatile.Write(ref state, memory.Begin());

        // Not stoppingToken: what has been posted before the end is still decided and written.
        await foreach (var input in inbox.Inputs.ReadAllAsync(CancellationToken.None))
            Take(input);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        inbox.Close();
        return base.StopAsync(cancellationToken);
    }

    void Take(PassageInput input)
    {
        heartbeat.Beat();
        TakeNewRules();
        var now = clock.Local;
        var before = state with { Now = now, Surroundings = surroundings.Now };
        var started = clock.Elapsed;
        var step = machine.Advance(before, visits.Complete(input, now, machine.Policy));
        if (!step.Effects.IsEmpty)
            metrics.Decided(clock.Elapsed - started);

        Volatile.Write(ref state, step.Next);
        foreach (var effect in step.Effects)
            Carry(effect, before, input.At);
    }

    // Nobody is judged half by the old rules and half by the new.
    void TakeNewRules()
    {
        if (state.Passage is Passage.Idle && !ReferenceEquals(machine.Policy, rules.Current))
            machine = new(rules.Current, faces);
    }

    void Carry(PassageEffect effect, GateState before, TimeSpan inputAt)
    {
        var began = clock.Elapsed;
        switch (effect)
        {
            case PassageEffect.Show show:
                light.Show(SignalTable.For(show.Prompt, clock.TimeOfDay));
                break;
            case PassageEffect.Register register when TryRegister(register):
                light.Show(SignalTable.For(register.Record), register.Record, machine.Policy);
                Volatile.Write(ref state, state.ShownAfter(clock.Elapsed - began));
                metrics.Signalled(clock.Elapsed - inputAt);
                break;
            case PassageEffect.Sign sign when registrar.TrySign(sign.Turn):
                light.Show(SignalTable.For(new Prompt.DutyNoted(sign.Turn.IsOn, sign.Turn.Duty.Present.Length), clock.TimeOfDay));
                break;
            case PassageEffect.Sign:
                Volatile.Write(ref state, state with { Duty = before.Duty });
                light.Show(SignalTable.NotRecorded);
                break;
            case PassageEffect.Register:
                Volatile.Write(ref state, PassageMachine.Unregister(state, before));
                light.Show(SignalTable.NotRecorded);
                break;
        }
    }

    bool TryRegister(PassageEffect.Register register)
    {
        light.BeginWriting();
        try
        {
            return registrar.TryRegister(register.Record);
        }
        finally
        {
            light.EndWriting();
        }
    }
}
