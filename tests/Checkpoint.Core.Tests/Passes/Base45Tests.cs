using System.Text;
using Checkpoint.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Passes;

public sealed class Base45Tests
{
    /// <summary>RFC 9285, sections 4.3 and 4.4.</summary>
    public static TheoryData<string, string> Vectors => new()
    {
        { "AB", "BB8" },
        { "Hello!!", "%69 VD92EX0" },
        { "base-45", "UJCLQE7W581" },
        { "ietf!", "QED8WEX0" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_standards_examples_are_written_and_read(string plain, string text)
    {
        Base45.Encode(Encoding.UTF8.GetBytes(plain)).ShouldBe(text);
        Base45.TryDecode(text, out var bytes).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes).ShouldBe(plain);
    }

    [Fact]
    public void Whatever_is_written_is_read_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            Base45.TryDecode(Base45.Encode(bytes), out var back) && back.SequenceEqual(bytes)));

    [Fact]
    public void Whatever_is_read_is_the_one_spelling_of_its_bytes()
    {
        const string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        var dice = new Dice(1);
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Roll(9)).Select(_ => alphabet[dice.Roll(45)]));
            if (Base45.TryDecode(text, out var bytes))
                Base45.Encode(bytes).ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("FGW", true)] // 65535
    [InlineData("GGW", false)] // 65536: RFC 9285, section 6
    [InlineData(":::", false)]
    [InlineData("U5", true)] // 255
    [InlineData("V5", false)] // 256
    [InlineData("::", false)]
    [InlineData("BB8V5", false)]
    public void A_group_over_what_its_bytes_hold_is_refused(string text, bool good) =>
        Base45.TryDecode(text, out _).ShouldBe(good);

    [Theory]
    [InlineData("A")]
    [InlineData("BB8A")]
    [InlineData("BB8BB8A")]
    public void A_length_that_cannot_be_is_refused(string text) => Base45.TryDecode(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("bb8")]
    [InlineData("BB8b8")]
    [InlineData("BB\n")]
    [InlineData("B,8")]
    [InlineData("ＢB8")]
    [InlineData("BB\0")]
    public void A_character_outside_the_alphabet_is_refused(string text) => Base45.TryDecode(text, out _).ShouldBeFalse();
}
