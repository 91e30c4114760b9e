using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Signals;

public sealed class SignalTableTests
{
    static readonly Signal[] All =
    [
        SignalTable.StillWriting,
        SignalTable.For(new Prompt.Free(), Clock),
        SignalTable.For(new Prompt.Welcome(), Clock),
        SignalTable.For(new Prompt.Measuring(), Clock),
        SignalTable.For(new Prompt.DutyNoted(IsOn: true, 2), Clock),
        SignalTable.For(new Prompt.WhichColour(Origin: null), Clock),
        SignalTable.For(new Prompt.AlreadyRegistered(TimeSpan.Zero), Clock),
        SignalTable.For(new Decision(Verdict.Admit, Reason.AllInOrder)),
        SignalTable.For(new Decision(Verdict.Recheck, Reason.TemperatureHigh)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.NoPhone)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.TemperatureStillHigh)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.SkinCold)),
        SignalTable.For(new Decision(Verdict.Hold, Reason.BadSignature)),
        SignalTable.For(new Decision(Verdict.TurnBack, Reason.PassExpired)),
        SignalTable.NotRecorded,
    ];

    /// <summary>Every reason that stands first in some decision, and what the gate then says.</summary>
    public static TheoryData<Verdict, Reason, SignalKind, LightColour> Decisions => new()
    {
        { Verdict.Admit, Reason.AllInOrder, SignalKind.Admit, LightColour.Green },
        { Verdict.Admit, Reason.AdmittedByHand, SignalKind.Admit, LightColour.Green },
        { Verdict.Recheck, Reason.TemperatureHigh, SignalKind.Recheck, LightColour.Amber },
        { Verdict.Recheck, Reason.TemperatureNotSteady, SignalKind.Recheck, LightColour.Amber },
        { Verdict.Recheck, Reason.OneAtATime, SignalKind.Recheck, LightColour.Amber },
        { Verdict.Hold, Reason.TemperatureStillHigh, SignalKind.Refer, LightColour.Red },
        { Verdict.Hold, Reason.BadSignature, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.LeftEarly, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.OccupantsUnchecked, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.TemperatureNotSteady, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.ThermometerFault, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.NoPhone, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.CodeNotShown, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.CodeUnreadable, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.NotAPass, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.UnknownIssuer, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.ClockNotTrusted, SignalKind.Register, LightColour.Amber },
        { Verdict.TurnBack, Reason.PassExpired, SignalKind.TurnBack, LightColour.Red },
        { Verdict.TurnBack, Reason.PassNotYetValid, SignalKind.TurnBack, LightColour.Red },
        { Verdict.Hold, Reason.HeldByHand, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.PassKeyMismatch, SignalKind.Hold, LightColour.Red },
        { Verdict.TurnBack, Reason.PassRevoked, SignalKind.TurnBack, LightColour.Red },
        { Verdict.Hold, Reason.WrongArea, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.WrongClass, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.IssuerNotAllowed, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.IssuerOutOfDate, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.PassDamaged, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.IdentityUnproven, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.IdNumberWrong, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.ConfirmHealthCode, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.OnWatchlist, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.AlreadyInside, SignalKind.Register, LightColour.Amber },
        { Verdict.TurnBack, Reason.QuotaUsed, SignalKind.TurnBack, LightColour.Red },
        { Verdict.TurnBack, Reason.OutsideHours, SignalKind.TurnBack, LightColour.Red },
        { Verdict.Hold, Reason.FromRiskArea, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.OutTooLong, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.RuleNotMet, SignalKind.Register, LightColour.Amber },
        { Verdict.Admit, Reason.EmergencyPasses, SignalKind.Admit, LightColour.Green },
        { Verdict.Hold, Reason.RuleNotJudged, SignalKind.Register, LightColour.Amber },
        { Verdict.Admit, Reason.HealthCodeGreen, SignalKind.Admit, LightColour.Green },
        { Verdict.Hold, Reason.HealthCodeYellow, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.HealthCodeRed, SignalKind.Hold, LightColour.Red },
        { Verdict.Hold, Reason.CarryCodeShown, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.ColourNotConfirmed, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.SkinCold, SignalKind.Wait, LightColour.Amber },
        { Verdict.Hold, Reason.SkinWarm, SignalKind.Wait, LightColour.Amber },
        { Verdict.Hold, Reason.SkinUnsettled, SignalKind.Refer, LightColour.Red },
        { Verdict.Recheck, Reason.DistanceWrong, SignalKind.Recheck, LightColour.Amber },
        { Verdict.Hold, Reason.AirUnfit, SignalKind.Register, LightColour.Amber },
        { Verdict.Hold, Reason.ThermometerWarmingUp, SignalKind.Register, LightColour.Amber },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Each_decision_has_its_signal(Verdict verdict, Reason reason, SignalKind kind, LightColour colour)
    {
        var signal = SignalTable.For(new Decision(verdict, reason));

        signal.Kind.ShouldBe(kind);
        signal.Light.Colour.ShouldBe(colour);
        signal.Words.ShouldBe(ReasonWords.Of(reason));
    }

    [Fact]
    public void The_table_names_every_reason() => Decisions.Select(row => row.Data.Item2).Distinct()
        .ShouldBe(Enum.GetValues<Reason>().Where(reason => reason != Reason.None), ignoreOrder: true);

    [Fact]
    public void Every_kind_of_signal_is_made_by_something() =>
        All.Select(signal => signal.Kind).ShouldBe(Enum.GetValues<SignalKind>(), ignoreOrder: true);

    [Fact]
    public void Every_decision_that_the_policy_can_make_has_a_signal()
    {
        var temperatures = Enum.GetValues<TemperatureSkip>().Where(why => why != TemperatureSkip.None).Select(Some.Skipped)
            .Append(Some.Measured(36_50))
            .Append(Some.Measured(38_00))
            .ToList();

        foreach (var outcome in Enum.GetValues<CodeOutcome>().Where(outcome => outcome != CodeOutcome.None))
        {
            foreach (var temperature in temperatures)
            {
                foreach (var attempt in new[] { 1, 2 })
                {
                    var decision = new Policy().Decide(new(Direction.Entry, new(outcome), temperature, attempt));

                    SignalTable.For(decision).Words.Chinese.ShouldNotBeNullOrWhiteSpace();
                }
            }
        }
    }

    [Fact]
    public void No_two_signals_share_a_rhythm_even_without_colour() =>
        All.Select(signal => (signal.Light.On, signal.Light.Off, signal.Light.Count)).ShouldBeUnique();

    [Fact]
    public void No_two_signals_that_sound_share_a_tone() =>
        All.Select(signal => signal.Tone).Where(tone => tone != TonePattern.Silent).ShouldBeUnique();

    [Fact]
    public void Every_verdict_sounds_and_of_the_prompts_only_the_tick_and_the_question_for_the_volunteer()
    {
        var silent = All.Where(signal => signal.Tone.Count == 0).Select(signal => signal.Kind);

        silent.ShouldBe([SignalKind.Free, SignalKind.Welcome, SignalKind.Measuring]);
    }

    [Fact]
    public void Only_an_admission_or_a_tick_is_green() =>
        All.Where(signal => signal.Light.Colour == LightColour.Green).Select(signal => signal.Kind)
            .ShouldBe([SignalKind.AlreadyRegistered, SignalKind.Admit]);

    [Fact]
    public void An_entry_that_could_not_be_written_is_red_and_asks_for_paper()
    {
        SignalTable.NotRecorded.Light.Colour.ShouldBe(LightColour.Red);
        SignalTable.NotRecorded.Words.Chinese.ShouldContain("纸质");
        SignalTable.NotRecorded.Words.English.ShouldContain("paper");
    }

    [Fact]
    public void A_tick_tells_when_the_code_was_registered()
    {
        var signal = SignalTable.For(new Prompt.AlreadyRegistered(TimeSpan.FromSeconds(7)), at => at == TimeSpan.FromSeconds(7) ? "08:02" : "");

        signal.Words.ShouldBe(new("08:02 已登记，不再重复登记", "Registered 08:02; no second entry"));
    }

    [Fact]
    public void The_volunteer_is_asked_for_the_colour_of_a_provinces_code_by_its_name()
    {
        SignalTable.For(new Prompt.WhichColour(new("粤康码", "Guangdong")), Clock).Words
            .ShouldBe(new("粤康码：请看颜色，按绿、黄或红", "Health code of Guangdong: which colour? Press green, yellow or red"));
        SignalTable.For(new Prompt.WhichColour(Origin: null), Clock).Words.English.ShouldStartWith("Health code: which colour?");
    }

    [Fact]
    public void Every_reason_has_words_of_its_own_in_both_languages()
    {
        var words = Enum.GetValues<Reason>().Where(reason => reason != Reason.None).Select(ReasonWords.Of).ToList();

        words.ShouldAllBe(line => line.Chinese.Any(c => c >= '一') && line.English.All(char.IsAscii) && line.English.Length > 10);
        words.Select(line => line.Chinese).ShouldBeUnique(StringComparer.Ordinal);
        words.Select(line => line.English).ShouldBeUnique(StringComparer.Ordinal);
        Should.Throw<KeyNotFoundException>(() => ReasonWords.Of(Reason.None));
    }

    [Fact]
    public void What_is_no_verdict_has_no_signal() =>
        Should.Throw<System.Diagnostics.UnreachableException>(() => SignalTable.For(new Decision(Verdict.None, Reason.AllInOrder)));

    static string Clock(TimeSpan at) => at.ToString("hh\\:mm", System.Globalization.CultureInfo.InvariantCulture);
}
