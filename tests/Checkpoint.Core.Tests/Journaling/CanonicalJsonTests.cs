using System.Text;
using System.Text.Json;

namespace Checkpoint.Journaling;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{ \"b\" : [ ] , \"a\" : { } }", "{\"a\":{},\"b\":[]}")]
    [InlineData("{\"b\":1,\"B\":2,\"a\":3,\"A\":4,\"aa\":5,\"\":6}", "{\"\":6,\"A\":4,\"B\":2,\"a\":3,\"aa\":5,\"b\":1}")]
    [InlineData("{\"a\":[3,2,{\"z\":null,\"y\":true,\"x\":false}]}", "{\"a\":[3,2,{\"x\":false,\"y\":true,\"z\":null}]}")]
    [InlineData("[1,2]", "[1,2]")]
    public void Members_are_sorted_by_their_code_units_and_nothing_stands_between_them(string json, string canonical) =>
        Canonical(json).ShouldBe(canonical);

    [Theory]
    [InlineData("\"\\u901a\\u884c\\u8bc1\"", "\"通行证\"")]
    [InlineData("\"\\ud83d\\ude37\"", "\"😷\"")]
    [InlineData("\"\\u007f\\u0080\\u2028\\ufeff\"", "\"\u007f\u0080\u2028\ufeff\"")]
    [InlineData("\"\\/<>&'+`\"", "\"/<>&'+`\"")]
    [InlineData("\"\\u0022\\u005c\"", "\"\\\"\\\\\"")]
    [InlineData("\"\\u0008\\u0009\\u000A\\u000C\\u000D\"", "\"\\b\\t\\n\\f\\r\"")]
    [InlineData("\"\\u0000\\u001F\"", "\"\\u0000\\u001f\"")]
    public void Strings_are_spelt_as_the_standard_says(string json, string canonical)
    {
        Canonical(json).ShouldBe(canonical);
        Canonical($"{{{json}:1}}").ShouldBe($"{{{canonical}:1}}");
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    public void Whole_numbers_are_kept(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("99999999999999999999")]
    [InlineData("1e999")]
    public void Other_numbers_are_refused(string json) => Should.Throw<FormatException>(() => Canonical($"{{\"a\":{json}}}"));

    [Theory]
    [InlineData("{\"a\":1,\"a\":1}")]
    [InlineData("{\"a\":1,\"b\":2,\"\\u0061\":3}")]
    [InlineData("{\"x\":[{\"a\":1,\"a\":2}]}")]
    public void A_member_that_stands_twice_is_refused(string json) => Should.Throw<FormatException>(() => Canonical(json));

    [Theory]
    [InlineData("{\"a\":1,\"hash\":2}", "{\"a\":1}")]
    [InlineData("{\"z\":{\"hash\":1},\"hash\":\"x\",\"a\":2}", "{\"a\":2,\"z\":{\"hash\":1}}")]
    [InlineData("{\"hash\":2,\"a\":{\"hash\":3}}", "{\"a\":{\"hash\":3}}")]
    [InlineData("{\"b\":1,\"c\":3,\"\\u0068ash\":2,\"a\":0}", "{\"a\":0,\"b\":1,\"c\":3}")]
    public void One_member_is_left_out_wherever_it_stands(string json, string canonical) => Canonical(json, without: "hash").ShouldBe(canonical);

    [Theory]
    [InlineData("{\"hash\":1,\"hash\":2}")]
    [InlineData("{\"a\":1,\"hash\":2,\"hash\":3}")]
    [InlineData("{\"hash\":2,\"a\":1,\"hash\":3,\"i\":4}")]
    [InlineData("{\"hash\":2,\"\\u0068ash\":3}")]
    public void What_is_left_out_may_not_stand_twice_either(string json) =>
        Should.Throw<FormatException>(() => Canonical(json, without: "hash"));

    [Fact]
    public void Nesting_is_taken_to_the_limit_and_refused_beyond_it()
    {
        static string Nested(int depth) => new string('[', depth) + "1" + new string(']', depth);

        Canonical(Nested(CanonicalJson.MaxDepth)).ShouldBe(Nested(CanonicalJson.MaxDepth));
        Should.Throw<FormatException>(() => Canonical(Nested(CanonicalJson.MaxDepth + 1)));
    }

    [Theory]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\ude37x\"")]
    [InlineData("{\"\\ud83d\":1}")]
    public void Half_a_surrogate_pair_is_refused(string json) => Should.Throw<InvalidOperationException>(() => Canonical(json));

    [Fact]
    public void What_is_canonical_stays_as_it_is()
    {
        const string canonical = "{\"a\":[1,{\"ü\":\"\\u0001\"}],\"b\":null}";

        Canonical(Canonical(canonical)).ShouldBe(canonical);
    }

    static string Canonical(string json, string? without = null)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Write(document.RootElement, without));
    }
}
