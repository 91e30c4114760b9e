using System.Security.Cryptography;
using System.Text;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;
using Checkpoint.Passes.Watch;
using Checkpoint.Scanning;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Passes.Inspecting;

public sealed class PassInspectorTests : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        key.Dispose();
        foreign.Dispose();
    }

    [Fact]
    public void Every_step_of_a_good_pass_passes_and_its_signer_is_named()
    {
        var inspection = new PassInspector(Some.Lists(Some.Claims().Key, key)).Inspect(Some.Symbol(Gp1.Issue(Some.Claims(), key)), Some.At(Some.Moment));

        inspection.Check.Outcome.ShouldBe(CodeOutcome.Valid);
        inspection.Findings.Select(finding => finding.Step).ShouldBe(Enum.GetValues<PassStep>().Skip(1));
        inspection.Findings.ShouldAllBe(finding => finding.Outcome == CodeOutcome.Valid);
        inspection.Signer!.Id.ShouldBe(Some.Claims().Key);
        inspection.Claims.ShouldBe(Some.Claims());
        inspection.At.ShouldBeNull();
    }

    // Whatever is wrong at once, the first step that fails is what the gate says, and the others are told all the same.
    [Fact]
    public void The_first_step_that_fails_is_the_gates_answer() =>
        Prop.ForAll(
            Gen.Choose(0, 1).ArrayOf(8).ToArbitrary(),
            wrong =>
            {
                var lists = Lists(wrong);
                var symbol = Some.Symbol(Gp1.Issue(Some.Claims(key: Is(wrong, 0) ? (ushort)8 : (ushort)7), Is(wrong, 1) ? foreign : key));
                var time = Some.At(Is(wrong, 2) ? Some.Moment.AddDays(2) : Some.Moment);

                var inspection = new PassInspector(lists).Inspect(symbol, time);

                inspection.Check.ShouldBe(new PassVerifier(lists).Check(symbol, time));
                FirstFailure(inspection).ShouldBe(inspection.Check.Outcome);
                if (Is(wrong, 0) || Is(wrong, 1))
                    return;
                Told(inspection, PassStep.Permission).ShouldBe(Is(wrong, 3) ? CodeOutcome.IssuerNotAllowed : CodeOutcome.Valid);
                Told(inspection, PassStep.Revocation).ShouldBe(Is(wrong, 4) ? CodeOutcome.Revoked : CodeOutcome.Valid);
                Told(inspection, PassStep.IssuerTime).ShouldBe(Is(wrong, 5) ? CodeOutcome.IssuerOutOfDate : CodeOutcome.Valid);
                Told(inspection, PassStep.Validity).ShouldBe(Is(wrong, 2) ? CodeOutcome.Expired : CodeOutcome.Valid);
                Told(inspection, PassStep.Scope).ShouldBe(Is(wrong, 6) ? CodeOutcome.WrongClass : Is(wrong, 7) ? CodeOutcome.WrongArea : CodeOutcome.Valid);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Codes_of_every_kind_get_the_gates_answer()
    {
        using var corpus = CodeCorpus.Load(DataFolder.Find());
        var inspector = new PassInspector(corpus.Lists);

        foreach (var seed in corpus.Seeds)
        {
            foreach (var (text, clock) in new[] { (seed.Text, seed.Clock), (seed.Text, seed.Clock.AddYears(40)), (seed.Text[..^3], seed.Clock) })
            {
                var inspection = inspector.Inspect(Some.Symbol(text), Some.At(clock));

                inspection.Check.Outcome.ShouldBe(new PassVerifier(corpus.Lists).Check(Some.Symbol(text), Some.At(clock)).Outcome);
                FirstFailure(inspection).ShouldBe(inspection.Check.Outcome, seed.Name);
            }
        }
    }

    [Theory]
    [InlineData("GP1:AB\u00C4", 7)] // no character of base45
    [InlineData("GP1:ABc", 7)]
    [InlineData("GP1:ABC:::", 8)] // a group over what it may hold
    [InlineData("HC1:ABCD-e", 10)]
    [InlineData("NZCP:/1/AB1", 11)]
    [InlineData("shc:/56x7", 8)]
    [InlineData("991010199001011234", 1)] // no province
    [InlineData("身份证 110101199013011234", 11)] // no such month
    [InlineData("110101199003070000", 18)] // the check character
    [InlineData("https://example.org", null)]
    public void Where_a_text_goes_wrong_is_told(string text, int? at) =>
        new PassInspector(PassLists.Empty).Inspect(Some.Symbol(text), Some.At(Some.Moment)).At.ShouldBe(at);

    [Theory]
    [InlineData("41FF", 2)]
    [InlineData("4100", 2)]
    [InlineData("0D0A411B0A", 4)]
    public void Where_bytes_are_no_text_is_told(string hex, int at)
    {
        var inspection = new PassInspector(PassLists.Empty).Inspect(new Symbol(Convert.FromHexString(hex)), Some.At(Some.Moment));

        (inspection.Check.Outcome, inspection.At).ShouldBe((CodeOutcome.NotText, at));
        inspection.Findings.ShouldBe([new(PassStep.Reading, CodeOutcome.NotText)]);
    }

    [Theory]
    [InlineData(0, PassFault.Structure, 5)] // the version: the first character after the prefix
    [InlineData(1, PassFault.Content, 5)] // the class, in the same group
    [InlineData(16, PassFault.Content, 29)] // not-before
    [InlineData(20, PassFault.Content, 35)]
    [InlineData(56, PassFault.Signature, 89)] // s
    public void Where_a_pass_of_ours_goes_wrong_is_told(int at, PassFault fault, int character)
    {
        Base45.TryDecode(Gp1.Issue(Some.Claims(), key).AsSpan(Gp1.Prefix.Length), out var bytes);
        bytes[at] = 0xFF;

        var inspection = new PassInspector(PassLists.Empty).Inspect(Some.Symbol(Gp1.Prefix + Base45.Encode(bytes)), Some.At(Some.Moment));

        (inspection.Check.Fault, inspection.At).ShouldBe((fault, character));
    }

    [Fact]
    public void A_pass_whose_extras_go_wrong_is_told_so()
    {
        Base45.TryDecode(Gp1.Issue(Some.Claims(), key).AsSpan(Gp1.Prefix.Length), out var bytes);

        var inspection = new PassInspector(PassLists.Empty)
            .Inspect(Some.Symbol(Gp1.Prefix + Base45.Encode([.. bytes[..24], 0, 0, .. bytes[24..]])), Some.At(Some.Moment));

        (inspection.Check.Fault, inspection.At).ShouldBe((PassFault.Content, 41));
    }

    [Fact]
    public void Parts_of_two_cards_are_not_called_forged()
    {
        using var corpus = CodeCorpus.Load(DataFolder.Find());
        var cards = corpus.Seeds.Where(seed => seed.Said.Profile == PassProfile.Shc).ToList();
        Assert.SkipWhen(cards.Count < 2, DataFolder.WhySkipped);
        var inspector = new PassInspector(corpus.Lists);

        Together(inspector, cards[0], cards[0]).Check.Outcome.ShouldBe(CodeOutcome.Valid);
        var mixed = Together(inspector, cards[0], cards[1]);

        (mixed.Check.Outcome, FirstFailure(mixed)).ShouldBe((CodeOutcome.Damaged, CodeOutcome.Damaged));
    }

    static PassInspection Together(PassInspector inspector, CodeSeed first, CodeSeed second)
    {
        var (one, two) = (first.Text["shc:/".Length..], second.Text["shc:/".Length..]);
        var half = Math.Min(one.Length, two.Length) / 4 * 2;
        var parts = ShcParts.None.Take(Code($"shc:/1/2/{one[..half]}"), TimeSpan.Zero, out _);
        parts.Take(Code($"shc:/2/2/{two[half..]}"), TimeSpan.Zero, out var card);
        return inspector.Inspect(card!, Some.At(first.Clock));
    }

    static Symbol Code(string text) => new(Encoding.UTF8.GetBytes(text));

    PassLists Lists(int[] wrong)
    {
        var claims = Some.Claims();
        var issuer = new IssuerKey(PassProfile.Gp1, claims.Key, key, DateTimeOffset.MinValue, Is(wrong, 5) ? Some.Moment.AddDays(-1) : DateTimeOffset.MaxValue)
        {
            Classes = Is(wrong, 3) ? [PassClass.Worker] : [],
        };
        var scope = new GateScope(Is(wrong, 7) ? [1] : [], Is(wrong, 6) ? [PassClass.Visitor] : []);
        var revoked = Is(wrong, 4) ? County.Revoked(1, claims.Id) : RevocationList.Empty;
        return new(new TrustList(1, Some.Moment, [issuer])) { Gate = new(revoked, Watchlist.Empty, scope) };
    }

    static bool Is(int[] wrong, int what) => wrong[what] == 1;

    static CodeOutcome FirstFailure(PassInspection inspection) =>
        inspection.Findings.Select(finding => finding.Outcome).FirstOrDefault(outcome => outcome is not null and not CodeOutcome.Valid) ?? CodeOutcome.Valid;

    static CodeOutcome? Told(PassInspection inspection, PassStep step) => inspection.Findings.Single(finding => finding.Step == step).Outcome;
}
