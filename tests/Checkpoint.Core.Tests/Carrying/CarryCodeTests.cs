using System.Collections.Immutable;
using Checkpoint.Golden;
using Checkpoint.Passes;
using Checkpoint.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Carrying;

public sealed class CarryCodeTests
{
    static readonly byte[] File = Carried.File(300);
    static readonly ImmutableArray<CarryCode> Codes = CarryCodes.Split(File);

    [Fact]
    public void Codes_in_any_order_with_repeats_make_the_file_again() => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
    {
        var dice = new Dice(seed);
        var order = Codes.Concat(Codes.Where(_ => dice.Falls(30))).OrderBy(_ => dice.Roll(1000)).ToList();

        return Scan(order.Select(code => code.Text)).Single().TryJoin()!.SequenceEqual(File);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Those_that_are_missing_are_named_by_number()
    {
        var scanned = Scan(Codes.Where(code => code.Number is not (2 or 4)).Select(code => code.Text)).Single();

        scanned.Missing.ShouldBe([2, 4]);
        scanned.TryJoin().ShouldBeNull();
    }

    [Fact]
    public void Two_sequences_in_one_sitting_are_told_apart()
    {
        var other = Carried.File(3);

        Scan(CarryCodes.Split(other).Concat(Codes).Select(code => code.Text)).Select(set => set.TryJoin()).ShouldBe([other, File]);
    }

    [Fact]
    public void A_code_that_a_keyboard_has_changed_anywhere_is_not_taken()
    {
        var (text, dice) = (Codes[0].Text, new Dice(3));

        for (var at = 0; at < text.Length; at++)
        {
            var changed = text[..at] + "0A:/ $%"[dice.Roll(7)] + text[(at + 1)..];
            if (!string.Equals(changed, text, StringComparison.Ordinal))
                CarryCode.TryRead(changed).ShouldBeNull();
            CarryCode.TryRead(text[..at]).ShouldBeNull();
        }
    }

    [Fact]
    public void Small_letters_are_let_pass() => CarryCode.TryRead(Codes[1].Text.ToLowerInvariant())!.Number.ShouldBe(2);

    [Fact]
    public void A_code_has_the_characters_of_alphanumeric_mode_alone_and_fills_its_version()
    {
        foreach (var text in Codes.Select(code => code.Text))
        {
            text.ShouldMatch("^[0-9A-Z $%*+./:-]+$");
            text.Length.ShouldBeLessThanOrEqualTo(1249); // ISO/IEC 18004, table 7: version 20, level L
        }
    }

    [Fact]
    public void A_file_too_long_for_a_sequence_makes_none()
    {
        var noise = new Dice(1);
        var records = Enumerable.Range(1, 600).Select(seq => new Wire.WireRecord(
            new(Some.Device, Some.Epoch, seq), System.Text.Encoding.ASCII.GetBytes($$"""{"x":"{{Convert.ToHexString(noise.Bytes(1900))}}"}"""), default));

        CarryCodes.Split(RecordsFile.Sign([.. records], 600, Carried.Key)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("CKQ1:")]
    [InlineData("GP1:ABC")]
    [InlineData("CKQ1:00000000:0:1:0000:00/")]
    [InlineData("CKQ1:00000000:2:1:0000:00/")]
    [InlineData("CKQ1:00000000:1:601:0000:00/")]
    [InlineData("CKQ1:00000000:1:1:0000:/")]
    [InlineData("CKQ1:00000000:1:1:0000:00/")]
    public void What_is_no_such_code_is_not_read(string text) => CarryCode.TryRead(text).ShouldBeNull();

    [Fact]
    public void The_gate_does_not_take_one_for_a_pass() =>
        new PassVerifier(PassLists.Empty).Check(Some.Symbol(Codes[0].Text), Some.At(Some.Moment)).ShouldBe(new(CodeOutcome.CarryCode));

    [Fact]
    public void A_code_is_written_as_approved() => new CarryCode(0x0123ABCD, 2, 17, "卡点 gate"u8.ToArray()).Text.ShouldBeApproved("carry-code.txt");

    [Fact]
    public void A_sitting_tells_sixteen_sequences_apart()
    {
        var codes = Enumerable.Range(0, ScannedCodes.MaxSets + 1).Select(set => new CarryCode((uint)set, 1, 2, new byte[] { 1 }).Text);

        Scan(codes).Length.ShouldBe(ScannedCodes.MaxSets);
    }

    static ImmutableArray<ScannedCodes> Scan(IEnumerable<string> texts) =>
        texts.Select(CarryCode.TryRead).OfType<CarryCode>().Aggregate(ImmutableArray<ScannedCodes>.Empty, ScannedCodes.Take);
}
