using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Sealing;

public sealed class MasksTests
{
    [Theory]
    [InlineData("张三", "张**")]
    [InlineData("欧阳修文", "欧**")]
    [InlineData("John Anyperson", "J**")]
    [InlineData("𠮷野", "𠮷**")]
    [InlineData("  李", "李**")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void A_name_shows_its_first_character(string? name, string masked) => Masks.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData("11010519491231002X", "110*************2X")]
    [InlineData("1234", "**")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void An_id_number_shows_its_province_and_its_end(string? number, string masked) => Masks.IdNumber(number).ShouldBe(masked);

    [Fact]
    public void Whoever_has_a_name_is_known_by_it()
    {
        Masks.Identity(new() { Name = "张三", IdNumber = "11010519491231002X" }).ShouldBe("张**");
        Masks.Identity(new() { IdNumber = "11010519491231002X", Phone = "13800000000" }).ShouldBe("110*************2X");
        Masks.Identity(new() { Phone = "13800000000", Certificate = "URN:UVCI:1" }).ShouldBe("");
    }

    [Fact]
    public void Never_more_than_one_character_of_any_name_survives() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        name =>
        {
            var masked = Masks.Name(name);
            masked.EnumerateRunes().Count(rune => rune.Value != Masks.Hidden).ShouldBeLessThanOrEqualTo(1);
            masked.EnumerateRunes().Count().ShouldBeOneOf(0, 3);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Never_more_than_five_characters_of_any_number_survive() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        Gen.Choose('0', '9').ArrayOf(18).ToArbitrary(),
        (text, digits) =>
        {
            Masks.IdNumber(text).Count(character => character != Masks.Hidden).ShouldBeLessThanOrEqualTo(text?.Length == 18 ? 5 : 0);
            var number = string.Concat(digits.Select(digit => (char)digit));
            var masked = Masks.IdNumber(number);
            masked.Length.ShouldBe(18);
            Enumerable.Range(3, 13).ShouldAllBe(i => masked[i] == Masks.Hidden);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
