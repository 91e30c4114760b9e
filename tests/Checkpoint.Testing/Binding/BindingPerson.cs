using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Testing.Binding;

/// <summary>
/// One of two people, with two codes and a face. A code's number tells whose it is, and so does the last digit of a surface: A's are multiples
/// of 8, B's two more, so that the middle of two of A's is 0 and of two of B's 2 above a multiple of 4, and that of one of each is odd.
/// </summary>
sealed class BindingPerson
{
    /// <summary>Hundredths of a °C between one possible surface and the next.</summary>
    const int Grain = 8;

    const int MarkOfB = 2;

    static readonly CodeOutcome[] Outcomes =
        [CodeOutcome.Valid, CodeOutcome.Valid, CodeOutcome.Valid, CodeOutcome.Valid, CodeOutcome.Expired, CodeOutcome.BadSignature, CodeOutcome.HealthCode, CodeOutcome.UnknownIssuer];

    readonly int self;
    readonly int surface;
    readonly (ulong Fingerprint, CodeCheck Check)[] codes;

    /// <summary>Makes one.</summary>
    /// <param name="self">0 for A, 1 for B.</param>
    /// <param name="grains">Their face in steps of 0.08 °C.</param>
    /// <param name="dice">What decides which codes they have.</param>
    public BindingPerson(int self, int grains, Dice dice)
    {
        this.self = self;
        surface = (grains * Grain) + (self * MarkOfB);
        codes = [Code(1, dice), Code(2, dice)];
    }

    /// <summary>Whose code it is, 0 or 1; null if there was none.</summary>
    public static int? WhoseCode(CodeCheck code) => code.Claims is { } claims ? (int)(claims.Id.Value / 100) - 1 : null;

    /// <summary>Whose face it is, 0 or 1; null if it lies between the two.</summary>
    /// <param name="hundredths">As the thermometer saw it.</param>
    public static int? WhoseFace(int hundredths) => (hundredths % (Grain / 2)) switch
    {
        0 => 0,
        MarkOfB => 1,
        _ => null,
    };

    /// <summary>One of their codes is told of.</summary>
    /// <param name="at">When.</param>
    /// <param name="which">0 or 1.</param>
    /// <param name="seenAt">When it was in view.</param>
    public PassageInput.CodeShown Show(TimeSpan at, int which, TimeSpan seenAt) =>
        new(at, new(codes[which].Fingerprint), codes[which].Check) { SeenAt = seenAt };

    /// <summary>One reading of their face: mostly the same, at times a step off.</summary>
    public ThermometerReading Face(Dice dice) => new ThermometerReading.Measured(
        SurfaceTemperature.FromHundredths(surface + (dice.Roll(8) switch { 0 => Grain, 1 => -Grain, _ => 0 })));

    (ulong Fingerprint, CodeCheck Check) Code(int which, Dice dice)
    {
        var number = (ulong)(((self + 1) * 100) + which);
        return (number, new(Outcomes[dice.Roll(Outcomes.Length)], Some.Claims(number)));
    }
}
