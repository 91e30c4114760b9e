using Checkpoint.Edge.Lists;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Scanning;

public sealed class PassDeskTests
{
    static readonly GateClock Clock = GateClock.OfThisMachine();

    readonly PassDesk desk = new(new(Clock, GateScope.Everywhere, NullLogger<GatePasses>.Instance), Clock);

    [Fact]
    public void Parts_of_a_card_are_told_one_by_one_and_the_whole_card_once()
    {
        var codes = ShcDigits.Split(new string('A', 300), 3);

        var first = desk.Take(Some.Symbol(codes[1]), default).ShouldBeOfType<PassageInput.PartShown>();
        var second = desk.Take(Some.Symbol(codes[0]), default).ShouldBeOfType<PassageInput.PartShown>();
        var whole = desk.Take(Some.Symbol(codes[2]), default).ShouldBeOfType<PassageInput.CodeShown>();

        (first.Have, first.Of).ShouldBe((1, 3));
        (second.Have, second.Of).ShouldBe((2, 3));
        whole.Code.ShouldBe(new(CodeOutcome.Damaged) { Profile = PassProfile.Shc, Fault = PassFault.Envelope });
    }

    [Fact]
    public void A_card_is_the_same_card_in_whatever_order_its_parts_come()
    {
        var codes = ShcDigits.Split(new string('A', 300), 2);

        desk.Take(Some.Symbol(codes[0]), default);
        var one = desk.Take(Some.Symbol(codes[1]), default).ShouldBeOfType<PassageInput.CodeShown>();
        desk.Take(Some.Symbol(codes[1]), default);
        var other = desk.Take(Some.Symbol(codes[0]), default).ShouldBeOfType<PassageInput.CodeShown>();

        one.Fingerprint.ShouldBe(other.Fingerprint);
    }

    [Fact]
    public void A_code_that_is_no_part_is_judged_by_itself() =>
        desk.Take(Some.Symbol("https://example.org"), default).ShouldBeOfType<PassageInput.CodeShown>().Code.Outcome.ShouldBe(CodeOutcome.NotAPass);
}
