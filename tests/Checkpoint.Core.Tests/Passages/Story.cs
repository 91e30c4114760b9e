using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Passages;

/// <summary>
/// A sequence of inputs and what the gate made of it. Who physically stands at the gate is known here: each presence edge brings
/// another person, whose code and face carry a mark of their own, within what the gate takes for one steady face.
/// </summary>
sealed class Story
{
    /// <summary>Different inputs that a number can stand for.</summary>
    public const int Inputs = Kinds * 8 * 3;

    const int Kinds = 20;

    static readonly double[] Gaps = [0, 0, 0.001, 0.3, 1, 5, 15, 125];

    static readonly CodeOutcome[] Outcomes = [CodeOutcome.Valid, CodeOutcome.BadSignature, CodeOutcome.Expired];

    int presence;
    int codes;
    int card;

    Story(Policy policy) => Gate = new(policy);

    public Gate Gate { get; }

    public IReadOnlyList<PassageRecord> Records => Gate.Records;

    /// <summary>How often the volunteer asked for another measurement, by passage.</summary>
    public Dictionary<long, int> Repeats { get; } = [];

    public int Arrivals { get; private set; }

    /// <summary>Records on foot whose code and face are of different people.</summary>
    public int Crossings => Records.Count(record => record.Occupancy is null && Bound(record, out var code, out var face)
        && PresenceOf(code) % 10 != face % 10);

    /// <summary>Records of later occupants whose face was seen under another code.</summary>
    public int SeatCrossings => Records.Count(record => record.Occupancy is { Occupant: > 1 } && Bound(record, out var code, out var face)
        && CodesOf(code) % 3 != face / 10 % 3);

    public static Story Of(Policy policy, int[] inputs)
    {
        var story = new Story(policy);
        foreach (var input in inputs)
            story.Take(input % Kinds, Gaps[input / Kinds % 8], input / (Kinds * 8));
        return story;
    }

    void Take(int kind, double gap, int choice)
    {
        Gate.After(gap);
        _ = kind switch
        {
            0 or 1 => Arrive((Direction)(choice % 2)),
            2 => Edge().Leave(),
            3 or 4 => Show(100 + codes, Outcomes[choice]),
            5 => Show(1 + choice, CodeOutcome.Valid), // one of three cards that come again and again
            6 => Gate.Face(Face(36_00), samples: 1 + choice),
            7 or 8 => Gate.Face(Face(36_00)),
            9 => Gate.Face(Face(37_50)),
            10 => Gate.Face(20_00, samples: 1),
            11 => Gate.Fault(choice == 0 ? 20 : choice),
            12 => Gate.NoPhone(),
            13 => Gate.AdmitByHand(),
            15 => Show(100 + codes, CodeOutcome.HealthCode),
            16 => Gate.Colour(HealthColour.Green + choice),
            17 => choice == 0 ? Gate.Press(new OperatorAction.HoldByHand()) : Gate.Press(new OperatorAction.Goes((Direction)(choice - 1))),
            18 => choice == 0 ? Gate.Press(new OperatorAction.OneMoreOccupant()) : MeasureAgain(),
            14 => choice == 0 ? Edge().Clear() : Gate.Vehicle(1 + choice),
            _ => Gate.Tick(choice * 10),
        };
    }

    Gate MeasureAgain()
    {
        var passage = Gate.State.Passage.Somebody?.Number ?? 0;
        Repeats[passage] = Repeats.GetValueOrDefault(passage) + 1;
        return Gate.Press(new OperatorAction.MeasureAgain());
    }

    Gate Edge()
    {
        presence++;
        return Gate;
    }

    Gate Arrive(Direction direction)
    {
        Arrivals++;
        return Edge().Arrive(direction);
    }

    Gate Show(int shown, CodeOutcome outcome)
    {
        codes += shown == card ? 0 : 1;
        card = shown;
        return Gate.Show((ulong)card, new CodeCheck(outcome, Some.Claims(Code(codes))));
    }

    // Of the spread of 0.30 °C that counts as steady, the ones tell the presence and the tens the newest code.
    int Face(int from) => from + (presence % 10) + (codes % 3 * 10);

    ulong Code(int number) => ((ulong)presence << 32) | (uint)number;

    static int PresenceOf(ulong code) => (int)(code >> 32);

    static int CodesOf(ulong code) => (int)(code & uint.MaxValue);

    static bool Bound(PassageRecord record, out ulong code, out int face)
    {
        code = record.Facts.Code.Claims?.Id.Value ?? 0;
        face = record.Facts.Temperature is TemperatureCheck.Measured measured ? measured.Surface.Hundredths % 50 : -1;
        return code != 0 && face >= 0;
    }
}
