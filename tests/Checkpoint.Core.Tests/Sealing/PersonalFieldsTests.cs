using System.Text;
using System.Text.Json;
using Checkpoint.Journaling;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Sealing;

public sealed class PersonalFieldsTests
{
    [Theory]
    [InlineData("  张三\n", "张三")]
    [InlineData("a\u0000b\u001bc", "abc")]
    [InlineData("\ud800", null)]
    [InlineData("x\udc00y", "xy")]
    [InlineData(" \t ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_field_is_cleaned_at_its_birth(string? text, string? name) => new PersonalFields { Name = text }.Name.ShouldBe(name);

    [Fact]
    public void A_field_is_cut_to_its_length_and_never_within_a_character()
    {
        var long99 = new string('a', 99);

        new PersonalFields { Name = long99 + "bc" }.Name.ShouldBe(long99 + "b");
        new PersonalFields { Name = long99 + "😀" }.Name.ShouldBe(long99);
        new PersonalFields { Occupants = [new string('b', 31), " ", "c"] }.Occupants.ShouldBe([new string('b', 30), "c"]);
    }

    [Fact]
    public void Any_one_field_makes_it_something()
    {
        PersonalFields.None.IsEmpty.ShouldBeTrue();
        foreach (var one in new PersonalFields[]
        {
            new() { Name = "x" }, new() { IdNumber = "x" }, new() { BirthDate = "x" }, new() { Certificate = "x" }, new() { Phone = "x" }, new() { Plate = "x" },
            new() { From = "x" }, new() { To = "x" }, new() { Purpose = "x" }, new() { Occupants = ["x"] },
        })
        {
            one.IsEmpty.ShouldBeFalse();
            one.ShouldNotBe(PersonalFields.None);
            PersonalFieldsJson.TryRead(PersonalFieldsJson.Write(one)).ShouldBe(one);
        }

        new PersonalFields { Name = "x" }.GetHashCode().ShouldBe(new PersonalFields { Name = " x" }.GetHashCode());
    }

    [Fact]
    public void Fields_are_written_canonically_whatever_they_hold() => Prop.ForAll(
        ArbMap.Default.ArbFor<(string? Name, string? Place, string[] Others)>(),
        given =>
        {
            var fields = new PersonalFields { Name = given.Name, To = given.Place, Occupants = [.. (given.Others ?? []).Select(name => name ?? "")] };
            var written = PersonalFieldsJson.Write(fields);
            using var json = JsonDocument.Parse(written);
            CanonicalJson.Write(json.RootElement).ShouldBe(written);
            PersonalFieldsJson.TryRead(written).ShouldBe(fields);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_members_are_the_ones_that_the_hub_reads() => Encoding.UTF8.GetString(PersonalFieldsJson.Write(Sealed.Somebody)).ShouldBe(
        """{"birth":"1949-12-31","certificate":"URN:UVCI:01:XX:187/37512422923#Z","from":"十里镇","id":"11010519491231002X","name":"张三 \"Zhang\" 😀","occupants":["李雷","韩梅梅"],"phone":"13800000000","plate":"豫S12345","purpose":"就医","to":"县医院"}""");
}
