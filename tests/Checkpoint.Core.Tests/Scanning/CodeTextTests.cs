using System.Text;
using Checkpoint.Passes;
using Checkpoint.Testing;

namespace Checkpoint.Scanning;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData(CodeText.MaxBytes, CodeOutcome.Valid)]
    [InlineData(CodeText.MaxBytes + 1, CodeOutcome.TooLong)]
    [InlineData(1, CodeOutcome.Valid)]
    [InlineData(0, CodeOutcome.Empty)]
    public void A_code_holds_one_to_2953_bytes(int length, CodeOutcome outcome)
    {
        var symbol = new Symbol(Encoding.ASCII.GetBytes(new string('A', length)));

        CodeText.TryRead(symbol, out var text).ShouldBe(outcome);

        text.Length.ShouldBe(outcome == CodeOutcome.Valid ? length : 0);
    }

    [Theory]
    [InlineData("通行证 №1")]
    [InlineData("😷")]
    [InlineData(" ~")]
    public void Text_of_any_script_is_read(string written)
    {
        CodeText.TryRead(Some.Symbol(written), out var text).ShouldBe(CodeOutcome.Valid);

        text.ShouldBe(written);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x0a)]
    [InlineData(0x1f)]
    [InlineData(0x7f)]
    [InlineData(0x85)]
    public void A_control_character_is_not_text(int character) =>
        CodeText.TryRead(Some.Symbol("GP1:" + (char)character), out _).ShouldBe(CodeOutcome.NotText);

    [Theory]
    [InlineData("ff")]
    [InlineData("c080")] // an overlong zero
    [InlineData("e4b8")] // a character cut off
    [InlineData("eda080")] // half of a surrogate pair
    [InlineData("f4908080")] // beyond U+10FFFF
    [InlineData("41d6d0")] // GB 18030
    public void Bytes_that_are_not_utf_8_are_not_text(string hex)
    {
        CodeText.TryRead(new(Convert.FromHexString(hex)), out var text).ShouldBe(CodeOutcome.NotText);

        text.ShouldBeEmpty();
    }

    [Fact]
    public void A_part_is_a_part_whatever_it_holds()
    {
        CodeText.TryRead(new(default, IsPart: true), out _).ShouldBe(CodeOutcome.Part);
        CodeText.TryRead(new(new byte[5000], IsPart: true), out _).ShouldBe(CodeOutcome.Part);
    }
}
