using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Testing.Binding;

/// <summary>
/// Two people at one gate: they come, go, change places, reach over each other, show codes and are measured, and a volunteer presses buttons.
/// Who is before the sensors is known here, and what the gate is told of it depends on the class.
/// </summary>
sealed class BindingWorld(BindingClass kind, BindingGate gate, Dice dice)
{
    const int LeastDoings = 12;
    const int MoreDoings = 14;
    const int LatestEdgeMs = 800;
    const int LatestCodeMs = 400;
    const int MissingPercent = 30;
    const int LentPercent = 15;

    static readonly TimeSpan Exposure = TimeSpan.FromMilliseconds(1); // a picture is older than anything that follows it
    static readonly TimeSpan BetweenSamples = TimeSpan.FromMilliseconds(50);
    static readonly double[] Gaps = [0, 0, 0.001, 0.05, 0.05, 0.2, 0.3, 1, 1, 5, 15, 125];
    static readonly int[] Faces = [426, 430, 430, 430, 443, 468]; // 34.08, 34.40 °C ordinary; 35.44 warm beside that; 37.44 over the fixed line
    static readonly OperatorAction[] Buttons =
    [
        new OperatorAction.NoPhone(), new OperatorAction.AdmitByHand(), new OperatorAction.AdmitByHand(), new OperatorAction.Clear(),
        new OperatorAction.ColourSeen(HealthColour.Green), new OperatorAction.ColourSeen(HealthColour.Green),
        new OperatorAction.ColourSeen(HealthColour.Red), new OperatorAction.Vehicle(2), new OperatorAction.HoldByHand(),
        new OperatorAction.MeasureAgain(), new OperatorAction.Goes(Direction.Entry), new OperatorAction.Goes(Direction.Exit),
    ];

    readonly BindingPerson[] people = People(dice);
    readonly Queue<Late> late = new();
    TimeSpan now;
    TimeSpan lastDue;
    int? here; // whom camera and thermometer see

    /// <summary>Changes of person while something of the one before was known.</summary>
    public int Changes { get; private set; }

    /// <summary>Lets it happen.</summary>
    public void Run()
    {
        for (var left = LeastDoings + dice.Roll(MoreDoings); left > 0; left--)
        {
            Pass(TimeSpan.FromSeconds(Gaps[dice.Roll(Gaps.Length)]));
            Do(dice.Roll(24));
        }

        Pass(TimeSpan.FromMilliseconds(LatestEdgeMs));
    }

    void Do(int what)
    {
        switch (what)
        {
            case <= 3: Change(); break;
            case <= 5: ReachOver(); break;
            case <= 10: Show(); break;
            case <= 17: Look(1 + dice.Roll(12)); break;
            case 18: Read(new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(20_00))); break;
            case 19: Read(new ThermometerReading.Faulted(SensorFault.BadChecksum)); break;
            case <= 21: gate.Take(new PassageInput.Operated(now, Buttons[dice.Roll(Buttons.Length)])); break;
            default: gate.Take(new PassageInput.Ticked(now)); break;
        }
    }

    // --- who is there

    void Change()
    {
        if (here is not { } first)
        {
            Become(dice.Roll(2));
            Arrive();
            return;
        }

        switch (dice.Roll(4))
        {
            case 0: Become(null); Leave(); break;
            case 1: Become(1 - first); Leave(); Arrive(); break;
            case 2: Become(1 - first); Arrive(); break; // close behind: there was never nobody
            default: Become(1 - first); Leave(); break; // the beam saw only the first one go
        }
    }

    void ReachOver()
    {
        if (here is not { } first)
            return;
        Become(1 - first);
        Arrive();
        Show();
        Look(dice.Roll(4));
        Become(first);
        Arrive();
    }

    void Become(int? person)
    {
        Changes += person is not null && gate.HasFacts ? 1 : 0;
        here = person;
    }

    void Arrive()
    {
        var direction = dice.Falls(92) ? Direction.Entry : Direction.Exit;
        Edge(at => new PassageInput.Arrived(at, direction));
    }

    void Leave() => Edge(at => new PassageInput.Left(at));

    void Edge(Func<TimeSpan, PassageInput> edge)
    {
        var lost = kind == BindingClass.NoEdges || (kind == BindingClass.EdgesMissing && dice.Falls(MissingPercent));
        if (!lost)
            Tell(edge, kind == BindingClass.EdgesLate ? 1 + dice.Roll(LatestEdgeMs) : 0);
    }

    // --- what is seen of them

    void Show()
    {
        if (here is not { } bearer)
            return;
        var lent = kind == BindingClass.CodesLent && dice.Falls(LentPercent);
        var (owner, which) = (people[lent ? 1 - bearer : bearer], dice.Falls(15) ? 1 : 0);
        var lateMs = kind == BindingClass.CodesLate ? 1 + dice.Roll(LatestCodeMs) : 0;
        var seenAt = lateMs == 0 ? now : now - Exposure;
        Tell(at => owner.Show(at, which, seenAt), lateMs);
    }

    void Look(int samples)
    {
        for (var i = 0; i < samples && here is { } seen; i++)
        {
            Read(people[seen].Face(dice));
            Pass(BetweenSamples);
            if (dice.Falls(10))
                gate.Take(new PassageInput.Ticked(now));
        }
    }

    void Read(ThermometerReading reading) => gate.Take(new PassageInput.Sampled(now, reading));

    // --- what the gate is told, and when

    void Tell(Func<TimeSpan, PassageInput> what, int lateMs)
    {
        if (lateMs == 0)
        {
            gate.Take(what(now));
            return;
        }

        lastDue = TimeSpan.FromTicks(Math.Max(lastDue.Ticks, (now + TimeSpan.FromMilliseconds(lateMs)).Ticks));
        late.Enqueue(new(lastDue, what));
    }

    void Pass(TimeSpan time)
    {
        var until = now + time;
        while (late.TryPeek(out var next) && next.Due <= until)
        {
            late.Dequeue();
            gate.Take(next.What(next.Due));
        }

        now = until;
    }

    static BindingPerson[] People(Dice dice)
    {
        var first = Faces[dice.Roll(Faces.Length)];
        var second = dice.Falls(75) ? first : Faces[dice.Roll(Faces.Length)];
        return [new(0, first, dice), new(1, second, dice)];
    }

    readonly record struct Late(TimeSpan Due, Func<TimeSpan, PassageInput> What);
}
