using System.Collections.Immutable;
using Checkpoint.Bundles;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Testing;

namespace Checkpoint.Signals;

/// <summary>How old a list is stands in the words of what hangs on it.</summary>
public sealed class ListWordsTests
{
    static readonly DateTimeOffset Signed = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(8));

    static readonly ImmutableDictionary<BundleKind, BundleHeader> Lists = new BundleHeader[]
    {
        new(BundleKind.Trust, 3, Signed),
        new(BundleKind.Revocation, 8, Signed, Signed.AddDays(7)),
    }.ToImmutableDictionary(list => list.Kind);

    [Theory]
    [InlineData(0.5, "less than a day old", "今天的")]
    [InlineData(1, "1 day old", "已过1天")]
    [InlineData(10.9, "10 days old", "已过10天")]
    public void An_unknown_issuer_is_told_with_the_day_and_the_age_of_the_list(double days, string english, string chinese)
    {
        var signal = Signal(CodeOutcome.UnknownIssuer, Some.At(Signed.AddDays(days)));

        signal.Words.ShouldBe(new(
            $"发证单位不在2026-11-12的名单上（{chinese}）：请人工登记，并向中心要新名单",
            $"Issuer not on the list of 2026-11-12, {english}: register by hand, and ask the centre for a newer list"));
        signal.More.ShouldBeNull();
        signal.Kind.ShouldBe(SignalKind.Register);
    }

    [Fact]
    public void A_clock_that_is_not_trusted_makes_no_age() => Signal(CodeOutcome.UnknownIssuer, new(Signed.AddDays(10), ClockQuality.Unknown, default))
        .Words.English.ShouldBe("Issuer not on the list of 2026-11-12, age unknown: register by hand, and ask the centre for a newer list");

    [Fact]
    public void A_box_without_a_list_says_so() => Signal(CodeOutcome.UnknownIssuer, Some.At(Signed), ImmutableDictionary<BundleKind, BundleHeader>.Empty)
        .Words.English.ShouldBe("This box has no list of issuers yet: register by hand, and ask the centre for one");

    [Fact]
    public void Somebody_who_is_let_through_on_an_old_list_is_let_through_and_the_list_is_told_beside_it()
    {
        var signal = Signal(CodeOutcome.Valid, Some.At(Signed.AddDays(8)));

        (signal.Kind, signal.Words).ShouldBe((SignalKind.Admit, ReasonWords.Of(Reason.AllInOrder)));
        signal.More.ShouldBe(new(
            "作废名单是2026-11-12的（已过8天）：请向中心要新名单",
            "The list of passes taken back is of 2026-11-12, 8 days old: ask the centre for a newer one"));
        Signal(CodeOutcome.Valid, Some.At(Signed.AddDays(7))).More.ShouldBeNull();
    }

    [Theory]
    [InlineData(CodeOutcome.Valid)]
    [InlineData(CodeOutcome.IssuerOutOfDate)]
    public void An_old_trust_list_is_told_where_a_newer_one_might_say_otherwise(CodeOutcome outcome)
    {
        var old = Lists.Remove(BundleKind.Revocation).SetItem(BundleKind.Trust, new(BundleKind.Trust, 3, Signed, Signed.AddDays(1)));

        Signal(outcome, Some.At(Signed.AddDays(2)), old).More!.Value.English.ShouldStartWith("The list of issuers is of 2026-11-12, 2 days old");
        Signal(outcome, Some.At(Signed.AddDays(1)), old).More.ShouldBeNull();
    }

    [Theory]
    [InlineData(CodeOutcome.NoPhone)]
    [InlineData(CodeOutcome.HealthCode)]
    [InlineData(CodeOutcome.BadSignature)]
    [InlineData(CodeOutcome.Expired)]
    public void No_list_is_told_where_none_was_needed(CodeOutcome outcome) =>
        ListAge.Of(outcome, Lists, Some.At(Signed.AddDays(100))).ShouldBeNull();

    [Fact]
    public void Behind_a_graver_reason_the_list_is_told_in_the_second_line()
    {
        var signal = Signal(CodeOutcome.UnknownIssuer, Some.At(Signed.AddDays(10)), hundredths: 38_00);

        signal.Words.ShouldBe(ReasonWords.Of(Reason.TemperatureHigh));
        signal.More!.Value.English.ShouldStartWith("Issuer not on the list of 2026-11-12, 10 days old");
    }

    [Fact]
    public void Nothing_of_it_is_in_the_entry()
    {
        var code = new CodeCheck(CodeOutcome.UnknownIssuer, Some.Claims());
        var told = code with { List = new(BundleKind.Trust, Signed, 10) };

        EntryJson.Write(Some.Entry(1, Record(told))).ShouldBe(EntryJson.Write(Some.Entry(1, Record(code))));
    }

    static Signal Signal(
        CodeOutcome outcome, CheckTime time, ImmutableDictionary<BundleKind, BundleHeader>? lists = null, int hundredths = 36_50) =>
        SignalTable.For(Record(new(outcome, Some.Claims()) { List = ListAge.Of(outcome, lists ?? Lists, time) }, hundredths));

    static PassageRecord Record(CodeCheck code, int hundredths = 36_50)
    {
        var facts = new Facts(Direction.Entry, code, Some.Measured(hundredths), 1);
        return Some.Record() with { Facts = facts, Decision = new Policy().Decide(facts) };
    }
}
