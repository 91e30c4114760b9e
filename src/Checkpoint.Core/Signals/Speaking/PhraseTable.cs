using System.Collections.Frozen;
using System.Collections.Immutable;
using Checkpoint.Policies;

namespace Checkpoint.Signals.Speaking;

/// <summary>What is said with each signal, and in which words. The one place where that is chosen.</summary>
public static class PhraseTable
{
    // The first line of a kind is said with every reason that has no line of its own under that kind: a voice never contradicts the light.
    static readonly ImmutableArray<PhraseLine> Lines =
    [
        Line(Phrase.NextPlease, SignalKind.Free, "请下一位。", "Next, please."),
        Line(Phrase.ShowCode, SignalKind.Welcome, "请亮码，看测温仪。", "Show your code, and look at the thermometer."),
        Line(Phrase.NextCode, SignalKind.Welcome, "请出示下一个码。", "Show the next code."),
        Line(Phrase.ShowOnceMore, SignalKind.Welcome, "请把码移开，再亮一次。", "Take the code away, and show it once more."),
        Line(Phrase.LookAtThermometer, SignalKind.Measuring, "已读码，请看测温仪。", "Code read. Look at the thermometer."),
        Line(Phrase.Noted, SignalKind.Noted, "已经记下。", "Noted, thank you."),
        Line(Phrase.PressColour, SignalKind.WhichColour, "请看颜色，按绿、黄或红。", "Look at the colour, and press green, yellow or red."),
        Line(Phrase.AlreadyRegistered, SignalKind.AlreadyRegistered, "已经登记过了。", "Already registered."),
        Line(Phrase.PleasePass, SignalKind.Admit, "已登记，请通行。", "Registered. Please pass."),
        Line(Phrase.MeasureAgain, SignalKind.Recheck, "请稍等，再测一次。", "Wait a moment, and measure again."),
        Line(Phrase.ComeCloser, SignalKind.Recheck, "请站近，额头正对测温仪。", "Come closer, forehead to the thermometer.", Reason.TemperatureNotSteady, Reason.DistanceWrong),
        Line(Phrase.OneAtATime, SignalKind.Recheck, "请一个一个来，再亮一次码。", "One at a time, please. Show the code again.", Reason.OneAtATime),
        Line(Phrase.RegisterByHand, SignalKind.Register, "请稍等，人工登记。", "Please wait to be registered by hand."),
        Line(
            Phrase.MeasureByHand, SignalKind.Register, "请用体温计测温，再登记。", "Use the clinical thermometer, then register.",
            Reason.ThermometerFault, Reason.AirUnfit, Reason.ThermometerWarmingUp, Reason.TemperatureNotSteady, Reason.DistanceWrong),
        Line(
            Phrase.ShowAnother, SignalKind.Register, "请换一个码，或人工登记。", "Show another code, or register by hand.",
            Reason.CodeUnreadable, Reason.CarryCodeShown, Reason.NotAPass, Reason.PassDamaged),
        Line(Phrase.ShowCard, SignalKind.Register, "请出示身份证，核对后登记。", "Show your card. It is compared, then you register.", Reason.IdentityUnproven, Reason.IdNumberWrong),
        Line(Phrase.OwnCheckpoint, SignalKind.Register, "请到所属卡点，或人工登记。", "Go to your own checkpoint, or register by hand.", Reason.WrongArea),
        Line(Phrase.WaitOutOfWind, SignalKind.Wait, "请在避风处等三分钟，再来测。", "Wait three minutes out of the wind, then come again.", Reason.SkinCold),
        Line(Phrase.WaitInShade, SignalKind.Wait, "请在阴凉处等三分钟，再来测。", "Wait three minutes in the shade, then come again.", Reason.SkinWarm),
        Line(Phrase.StepAside, SignalKind.Refer, "请到旁边，用体温计测量。", "Step aside for the clinical thermometer."),
        Line(Phrase.WaitHere, SignalKind.Hold, "请留步，等工作人员。", "Please wait here for a member of staff."),
        Line(Phrase.ComeBack, SignalKind.Hold, "请留步，还没有查完。", "Please come back. The check is not done.", Reason.LeftEarly),
        Line(Phrase.StopVehicle, SignalKind.Hold, "请停车，车上还有人没查。", "Please stop. Somebody in the vehicle was not checked.", Reason.OccupantsUnchecked),
        Line(Phrase.NotNow, SignalKind.TurnBack, "现在不能通行，请问工作人员。", "You cannot pass now. Please ask the staff."),
        Line(Phrase.RenewPass, SignalKind.TurnBack, "请到村委换证。", "Get a new pass at the village office.", Reason.PassExpired, Reason.PassRevoked),
        Line(Phrase.ComeInTime, SignalKind.TurnBack, "请在通行时间再来。", "Come back when the gate is open to you.", Reason.PassNotYetValid, Reason.OutsideHours),
        Line(Phrase.AnotherDay, SignalKind.TurnBack, "请改日再来。", "Please come another day.", Reason.QuotaUsed),
        Line(Phrase.WriteOnPaper, SignalKind.NotRecorded, "没有记上，请拦下，写在纸上。", "Not recorded. Hold, and write it on paper."),
        Line(Phrase.StillWriting, SignalKind.StillWriting, "正在登记，请稍等。", "Being registered. Please wait."),
        Line(Phrase.SoundCheck, kind: null, "喇叭试音。", "Testing the loudspeaker."),
    ];

    static readonly FrozenDictionary<Phrase, Words> AllWords = Lines.ToFrozenDictionary(line => line.Phrase, line => line.Words);

    static readonly FrozenDictionary<SignalKind, Phrase> OfKinds = Lines.Where(line => line.Kind is not null)
        .GroupBy(line => line.Kind!.Value).ToFrozenDictionary(lines => lines.Key, lines => lines.First().Phrase);

    static readonly FrozenDictionary<(SignalKind, Reason), Phrase> OfReasons = Lines
        .SelectMany(line => line.Reasons.Select(reason => (Key: (line.Kind!.Value, reason), line.Phrase)))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Phrase);

    /// <summary>What is said with a signal that has no reason.</summary>
    public static Phrase Of(SignalKind kind) => OfKinds[kind];

    /// <summary>What is said with a verdict.</summary>
    /// <param name="kind">Its signal.</param>
    /// <param name="main">The reason that decided.</param>
    public static Phrase Of(SignalKind kind, Reason main) => OfReasons.GetValueOrDefault((kind, main), OfKinds[kind]);

    /// <summary>How a phrase is said.</summary>
    /// <exception cref="KeyNotFoundException">It is <see cref="Phrase.None"/>.</exception>
    public static Words WordsOf(Phrase phrase) => AllWords[phrase];

    static PhraseLine Line(Phrase phrase, SignalKind? kind, string chinese, string english, params ImmutableArray<Reason> reasons) =>
        new(phrase, new(chinese, english), kind, reasons);
}
