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
    public void A_control_character_is_not_text(int character)
    {
        CodeText.TryRead(Some.Symbol($"GP1:{(char)character}A"), out _).ShouldBe(CodeOutcome.NotText);
    }

    [Fact]
    public void Line_ends_and_separators_around_the_text_are_taken_off_and_spaces_stay()
    {
        CodeText.TryRead(Some.Symbol("\u001d\tGP1: A \r\n"), out var text).ShouldBe(CodeOutcome.Valid);

        text.ShouldBe("GP1: A ");
    }

    [Theory]
    [InlineData("ff")]
    [InlineData("eda080ff")] // half of a surrogate pair, and more
    [InlineData("81")] // half of a character of GB 18030
    [InlineData("41ff42")]
    public void Bytes_of_no_character_set_are_not_text(string hex)
    {
        CodeText.TryRead(new(Convert.FromHexString(hex)), out var text).ShouldBe(CodeOutcome.NotText);

        text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("41d6d0b9fa", "A中国")]
    [InlineData("cda8d0d0d6a4", "通行证")]
    [InlineData("8232a632", "\u3ffb")] // four bytes
    public void What_is_not_utf_8_is_read_as_gb_18030(string hex, string expected)
    {
        CodeText.TryRead(new(Convert.FromHexString(hex)), out var text).ShouldBe(CodeOutcome.Valid);

        text.ShouldBe(expected);
    }

    [Theory]
    [InlineData(@"\000026GP1:ABC", "GP1:ABC")]
    [InlineData(@"]Q2\000026GP1:ABC", "GP1:ABC")]
    [InlineData("]Q1GP1:ABC", "GP1:ABC")]
    [InlineData(@"]Q2\000026one\\two", @"one\two")]
    [InlineData(@"\000026one\\two", @"one\\two")] // only the identifier says that backslashes are sent twice
    [InlineData(@"\999999GP1:ABC", "GP1:ABC")] // a set that nobody knows
    [InlineData(@"C:\000026", @"C:\000026")] // not at the start: no mark
    [InlineData(@"\00002", @"\00002")]
    [InlineData(@"\00002x", @"\00002x")]
    [InlineData("]Q9GP1", "]Q9GP1")]
    [InlineData("\uFEFFGP1:ABC\t", "GP1:ABC")]
    public void What_scanners_put_around_the_text_is_taken_off(string shown, string expected)
    {
        CodeText.TryRead(Some.Symbol(shown), out var text).ShouldBe(CodeOutcome.Valid);

        text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("5c303030303230", "93fa967b", "日本")] // Shift JIS
    [InlineData("5c303030303033", "4be9", "Ké")] // ISO 8859-1
    [InlineData("5c303030303238", "a4a4", "中")] // Big5
    public void The_character_set_that_the_code_names_goes_before_gb_18030(string mark, string hex, string expected)
    {
        CodeText.TryRead(new(Convert.FromHexString(mark + hex)), out var text).ShouldBe(CodeOutcome.Valid);

        text.ShouldBe(expected);
    }

    [Fact]
    public void A_code_of_marks_alone_is_empty() =>
        CodeText.TryRead(Some.Symbol("]Q2\\000026\r"), out _).ShouldBe(CodeOutcome.Empty);

    [Fact]
    public void Whatever_the_bytes_the_outcome_is_a_value()
    {
        var dice = new Random(7);
        foreach (var length in Enumerable.Range(0, 4000))
        {
            var bytes = new byte[length % 97];
            dice.NextBytes(bytes);
            CodeText.TryRead(new(bytes), out var text).ShouldBeOneOf(CodeOutcome.Valid, CodeOutcome.NotText, CodeOutcome.Empty);
            text.Any(char.IsControl).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_code_with_marks_may_be_twice_as_long_on_the_way()
    {
        var backslashes = "]Q2" + string.Concat(Enumerable.Repeat(@"\\", CodeText.MaxBytes));

        CodeText.TryRead(Some.Symbol(backslashes), out var text).ShouldBe(CodeOutcome.Valid);

        text.Length.ShouldBe(CodeText.MaxBytes);
        CodeText.TryRead(Some.Symbol(backslashes + new string('A', 20)), out _).ShouldBe(CodeOutcome.TooLong);
    }

    [Fact]
    public void A_part_is_a_part_whatever_it_holds()
    {
        CodeText.TryRead(new(default, IsPart: true), out _).ShouldBe(CodeOutcome.Part);
        CodeText.TryRead(new(new byte[5000], IsPart: true), out _).ShouldBe(CodeOutcome.Part);
    }
}
