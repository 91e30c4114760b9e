using System.Diagnostics;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Signals;

/// <summary>From a decision or a prompt to light, tone, words and voice. The one place where they are chosen.</summary>
public static class SignalTable
{
    /// <summary>The entry could not be written. The gate says so, and asks for paper.</summary>
    public static Signal NotRecorded { get; } =
        Make(SignalKind.NotRecorded, new("未能记录：请拦下，并写在纸质登记簿上", "Not recorded: hold, and write it on paper"));

    /// <summary>The disk takes its time over the entry; the verdict follows when it is written.</summary>
    public static Signal StillWriting { get; } = Make(SignalKind.StillWriting, new("正在登记，请稍等", "Being registered; please wait"));

    /// <summary>The signal of a decision.</summary>
    public static Signal For(Decision decision)
    {
        var kind = KindOf(decision);
        return Make(kind, decision.Words) with { Phrase = PhraseTable.Of(kind, decision.Main) };
    }

    /// <summary>The signal of a record: its decision's, with the age of a list that it hangs on.</summary>
    public static Signal For(PassageRecord record)
    {
        var signal = For(record.Decision);
        return record.Facts.Code switch
        {
            { List: null } => signal,
            { List: { } list, Outcome: not CodeOutcome.UnknownIssuer } => signal with { More = ListWords.Old(list) },
            { List: { } list } when record.Decision.Main == Reason.UnknownIssuer => signal with { Words = ListWords.UnknownIssuer(list) },
            { List: { } list } => signal with { More = ListWords.UnknownIssuer(list) },
        };
    }

    /// <summary>The signal of a prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="timeOfDay">Tells the local time of day, such as 08:02, of a moment since the program started.</param>
    public static Signal For(Prompt prompt, Func<TimeSpan, string> timeOfDay) => prompt switch
    {
        Prompt.Free => Make(SignalKind.Free, new("请下一位", "Next, please")),
        Prompt.Welcome => Make(SignalKind.Welcome, new("请亮码，并看向测温仪", "Show your code and look at the thermometer")),
        Prompt.ShowOnceMore => Make(SignalKind.Welcome, new("请把码移开，再亮一次", "Take the code away and show it once more")) with { Phrase = Phrase.ShowOnceMore },
        Prompt.Measuring => Make(SignalKind.Measuring, new("已读码，请看向测温仪", "Code read; look at the thermometer")),
        Prompt.WhichColour { Origin: { } origin } => Make(
            SignalKind.WhichColour,
            new($"{origin.Chinese}：请看颜色，按绿、黄或红", $"Health code of {origin.English}: which colour? Press green, yellow or red")),
        Prompt.WhichColour => Make(
            SignalKind.WhichColour, new("健康码：请看颜色，按绿、黄或红", "Health code: which colour? Press green, yellow or red")),
        Prompt.NextPart part => NextCode(part),
        Prompt.DutyNoted { IsOn: true } on => Make(SignalKind.Noted, new($"已签到，在岗 {on.Present} 人", $"Signed on; {on.Present} on duty")),
        Prompt.DutyNoted off => Make(SignalKind.Noted, new($"已签退，在岗 {off.Present} 人", $"Signed off; {off.Present} on duty")),
        Prompt.InVehicle vehicle => Make(
            SignalKind.Welcome,
            new($"车上 {vehicle.Occupants} 人，请逐人亮码、测温", $"{vehicle.Occupants} in the vehicle; each shows the code and is measured")),
        Prompt.OtherWay { Direction: Direction.Exit } => Make(SignalKind.Welcome, new("出去：请亮码", "Going out; show the code")),
        Prompt.OtherWay => Make(SignalKind.Welcome, new("进来：请亮码，并看向测温仪", "Coming in; show the code and look at the thermometer")),
        Prompt.AlreadyRegistered again => Make(
            SignalKind.AlreadyRegistered,
            new($"{timeOfDay(again.At)} 已登记，不再重复登记", $"Registered {timeOfDay(again.At)}; no second entry")),
        _ => throw new UnreachableException(),
    };

    static Signal NextCode(Prompt.NextPart part)
    {
        var words = new Words($"已读 {part.Have}/{part.Of}，请出示下一个码", $"Code {part.Have} of {part.Of} read; show the next one");
        return Make(SignalKind.Welcome, words) with { Phrase = Phrase.NextCode };
    }

    static SignalKind KindOf(Decision decision) => (decision.Verdict, decision.Main) switch
    {
        (Verdict.Admit, _) => SignalKind.Admit,
        (Verdict.Recheck, _) => SignalKind.Recheck,
        (Verdict.TurnBack, _) => SignalKind.TurnBack,
        (Verdict.Hold, Reason.TemperatureStillHigh or Reason.SkinUnsettled) => SignalKind.Refer,
        (Verdict.Hold, Reason.SkinCold or Reason.SkinWarm) => SignalKind.Wait,
        (Verdict.Hold, Reason.BadSignature or Reason.PassKeyMismatch or Reason.IssuerNotAllowed or Reason.OnWatchlist or Reason.FromRiskArea
            or Reason.HealthCodeYellow or Reason.HealthCodeRed or Reason.HeldByHand or Reason.LeftEarly or Reason.OccupantsUnchecked) => SignalKind.Hold,
        (Verdict.Hold, _) => SignalKind.Register,
        _ => throw new UnreachableException(),
    };

    static Signal Make(SignalKind kind, Words words) => new(kind, LightOf(kind), ToneOf(kind), words) { Phrase = PhraseTable.Of(kind) };

    static LightPattern LightOf(SignalKind kind) => kind switch
    {
        SignalKind.Free => Light(LightColour.Off, 0, 0, 0),
        SignalKind.Welcome => Light(LightColour.White, 100, 1900, 0),
        SignalKind.Measuring => Light(LightColour.White, 100, 900, 0),
        SignalKind.Noted => Light(LightColour.White, 400, 200, 2),
        SignalKind.WhichColour => Light(LightColour.White, 300, 300, 0),
        SignalKind.AlreadyRegistered => Light(LightColour.Green, 100, 0, 1),
        SignalKind.Admit => Light(LightColour.Green, 1000, 0, 0),
        SignalKind.Recheck => Light(LightColour.Amber, 500, 500, 0),
        SignalKind.Register => Light(LightColour.Amber, 1000, 250, 0),
        SignalKind.Wait => Light(LightColour.Amber, 200, 1800, 0),
        SignalKind.Refer => Light(LightColour.Red, 150, 150, 0),
        SignalKind.Hold => Light(LightColour.Red, 250, 750, 0),
        SignalKind.TurnBack => Light(LightColour.Red, 1000, 1000, 0),
        SignalKind.NotRecorded => Light(LightColour.Red, 100, 400, 0),
        SignalKind.StillWriting => Light(LightColour.White, 500, 100, 0),
        _ => throw new UnreachableException(),
    };

    static TonePattern ToneOf(SignalKind kind) => kind switch
    {
        SignalKind.Free or SignalKind.Welcome or SignalKind.Measuring => TonePattern.Silent,
        SignalKind.Noted => Tone(120, 60, 2),
        SignalKind.WhichColour => Tone(60, 60, 2),
        SignalKind.AlreadyRegistered => Tone(60, 0, 1),
        SignalKind.Admit => Tone(200, 0, 1),
        SignalKind.Recheck => Tone(150, 150, 2),
        SignalKind.Register => Tone(100, 100, 3),
        SignalKind.Wait => Tone(400, 400, 2),
        SignalKind.Refer => Tone(300, 100, 4),
        SignalKind.Hold => Tone(500, 200, 2),
        SignalKind.TurnBack => Tone(1000, 0, 1),
        SignalKind.NotRecorded => Tone(100, 100, 5),
        SignalKind.StillWriting => Tone(40, 0, 1),
        _ => throw new UnreachableException(),
    };

    static LightPattern Light(LightColour colour, int on, int off, int count) =>
        new(colour, TimeSpan.FromMilliseconds(on), TimeSpan.FromMilliseconds(off), count);

    static TonePattern Tone(int on, int off, int count) => new(TimeSpan.FromMilliseconds(on), TimeSpan.FromMilliseconds(off), count);
}
