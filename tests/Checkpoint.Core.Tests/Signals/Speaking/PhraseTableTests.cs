using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Checkpoint.Passages;
using Checkpoint.Policies;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Wire;

namespace Checkpoint.Signals.Speaking;

public sealed partial class PhraseTableTests
{
    /// <summary>What the volunteer must hear told apart, and what the person is to do.</summary>
    public static TheoryData<Verdict, Reason, Phrase> Verdicts => new()
    {
        { Verdict.Admit, Reason.AllInOrder, Phrase.PleasePass },
        { Verdict.Admit, Reason.HealthCodeGreen, Phrase.PleasePass },
        { Verdict.Recheck, Reason.TemperatureHigh, Phrase.MeasureAgain },
        { Verdict.Recheck, Reason.DistanceWrong, Phrase.ComeCloser },
        { Verdict.Recheck, Reason.OneAtATime, Phrase.OneAtATime },
        { Verdict.Hold, Reason.DistanceWrong, Phrase.MeasureByHand },
        { Verdict.Hold, Reason.NoPhone, Phrase.RegisterByHand },
        { Verdict.Hold, Reason.NotAPass, Phrase.ShowAnother },
        { Verdict.Hold, Reason.IdentityUnproven, Phrase.ShowCard },
        { Verdict.Hold, Reason.WrongArea, Phrase.OwnCheckpoint },
        { Verdict.Hold, Reason.SkinCold, Phrase.WaitOutOfWind },
        { Verdict.Hold, Reason.SkinWarm, Phrase.WaitInShade },
        { Verdict.Hold, Reason.TemperatureStillHigh, Phrase.StepAside },
        { Verdict.Hold, Reason.OnWatchlist, Phrase.WaitHere },
        { Verdict.Hold, Reason.LeftEarly, Phrase.ComeBack },
        { Verdict.Hold, Reason.OccupantsUnchecked, Phrase.StopVehicle },
        { Verdict.TurnBack, Reason.PassExpired, Phrase.RenewPass },
        { Verdict.TurnBack, Reason.OutsideHours, Phrase.ComeInTime },
        { Verdict.TurnBack, Reason.QuotaUsed, Phrase.AnotherDay },
        { Verdict.TurnBack, Reason.OnWatchlist, Phrase.NotNow },
    };

    /// <summary>Every decision that can be made, be it by a rule that a county writes.</summary>
    static IEnumerable<Signal> Decided => Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.None)
        .SelectMany(verdict => Enum.GetValues<Reason>().Where(reason => reason != Reason.None).Select(reason => SignalTable.For(new Decision(verdict, reason))));

    static IEnumerable<Signal> Prompted =>
    [
        SignalTable.NotRecorded,
        SignalTable.StillWriting,
        .. ((Prompt[])
        [
            new Prompt.Free(), new Prompt.Welcome(), new Prompt.Measuring(), new Prompt.WhichColour(Origin: null), new Prompt.NextPart(1, 2),
            new Prompt.ShowOnceMore(), new Prompt.DutyNoted(IsOn: true, 1), new Prompt.InVehicle(2), new Prompt.OtherWay(Direction.Exit),
            new Prompt.AlreadyRegistered(TimeSpan.Zero),
        ]).Select(prompt => SignalTable.For(prompt, _ => "08:02")),
    ];

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_verdict_is_said_as_what_to_do(Verdict verdict, Reason reason, Phrase phrase) =>
        SignalTable.For(new Decision(verdict, reason)).Phrase.ShouldBe(phrase);

    [Fact]
    public void Every_signal_that_there_is_says_something()
    {
        Enum.GetValues<SignalKind>().ShouldAllBe(kind => PhraseTable.Of(kind) != Phrase.None);

        Prompted.Concat(Decided).ShouldAllBe(signal => signal.Phrase != Phrase.None);
    }

    [Fact]
    public void Every_phrase_but_the_technicians_is_said_with_some_signal() => Prompted.Concat(Decided).Select(signal => signal.Phrase).Distinct().Order()
        .ShouldBe(Enum.GetValues<Phrase>().Where(phrase => phrase is not (Phrase.None or Phrase.SoundCheck)));

    [Fact]
    public void A_phrase_belongs_to_one_light() => Prompted.Concat(Decided)
        .GroupBy(signal => signal.Phrase).ShouldAllBe(signals => signals.Select(signal => signal.Kind).Distinct().Count() == 1);

    [Fact]
    public void Every_phrase_is_short_in_both_languages()
    {
        foreach (var phrase in Enum.GetValues<Phrase>().Where(phrase => phrase != Phrase.None))
        {
            var words = PhraseTable.WordsOf(phrase);
            words.Chinese.ShouldMatch(@"^[\u4e00-\u9fff，、]{2,18}。$");
            words.English.ShouldMatch(@"^[A-Z][A-Za-z ,.]{5,60}\.$");
        }
    }

    [Fact]
    public void Nobody_else_hears_what_was_found()
    {
        foreach (var phrase in Enum.GetValues<Phrase>().Where(phrase => phrase != Phrase.None))
        {
            var words = PhraseTable.WordsOf(phrase);
            Findings().IsMatch(words.Chinese + words.English).ShouldBeFalse($"{WireName<Phrase>.Of(phrase)}: {words}");
        }
    }

    [Fact]
    public void What_was_read_of_a_person_is_not_in_what_is_said()
    {
        var spoken = SignalTable.For(new Prompt.AlreadyRegistered(TimeSpan.Zero), _ => "08:02");

        spoken.Words.English.ShouldContain("08:02");
        PhraseTable.WordsOf(spoken.Phrase).ShouldBe(new("已经登记过了。", "Already registered."));
    }

    [Fact]
    public void Words_of_a_countys_own_rule_are_shown_and_not_said()
    {
        var rule = new PolicyRule("own", Logic.Parse("true"), Verdict.Hold, Reason.RuleNotMet) { Words = new("王某留步", "Mr Wang, stop") };
        var signal = SignalTable.For(new Decision(Verdict.Hold, ImmutableArray.Create(Reason.RuleNotMet)) { Rule = rule });

        signal.Words.Chinese.ShouldBe("王某留步");
        signal.Phrase.ShouldBe(Phrase.RegisterByHand);
    }

    [GeneratedRegex("偏高|发热|发烧|红码|黄码|名单|无效|作废|过期|伪|身份证号|fever|warm|high|red code|list|revoked|expired|forged", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Findings();
}
