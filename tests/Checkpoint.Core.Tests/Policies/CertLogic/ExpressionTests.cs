namespace Checkpoint.Policies.CertLogic;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("null", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("true", true)]
    [InlineData("-1", true)]
    [InlineData("0.5", true)]
    [InlineData("\"0\"", true)]
    [InlineData("[0]", true)]
    [InlineData("{\"a\":null}", true)]
    public void Every_value_of_data_counts_as_true_or_false(string data, bool truth) => Logic.Json(data).Truth.ShouldBe(truth);

    [Theory]
    [InlineData("""{"+":[1,"2"]}""", "a \"+\" of text")]
    [InlineData("""{"+":[{"var":"half"},1]}""", "a \"+\" of a fraction")]
    [InlineData("""{"+":[{"var":"huge"},{"var":"huge"}]}""", "a sum beyond what is exact")]
    [InlineData("""{"<":["1",2]}""", "a comparison of text")]
    [InlineData("""{"<":[1,2,{"var":"nothing"}]}""", "a comparison with nothing")]
    [InlineData("""{"before":[1,2]}""", "a date-time comparison of numbers")]
    [InlineData("""{"after":["2020-01-01","2020-01-02"]}""", "a date-time comparison of text")]
    [InlineData("""{"in":[1,2]}""", "a list that is a number")]
    [InlineData("""{"reduce":[7,1,0]}""", "a fold of a number")]
    [InlineData("""{"plusTime":[7,1,"day"]}""", "a date that is a number")]
    [InlineData("""{"plusTime":["soon",1,"day"]}""", "a date that is none")]
    [InlineData("""{"plusTime":["9999-12-31",1,"day"]}""", "a date after the last")]
    [InlineData("""{"dccDateOfBirth":["2004-13"]}""", "a birth in the 13th month")]
    [InlineData("""{"dccDateOfBirth":["2004-01-01T00:00:00"]}""", "a birth with a time")]
    [InlineData("""{"dccDateOfBirth":[{"var":"nothing"}]}""", "a birth that is not given")]
    [InlineData("""{"extractFromUVCI":[1,0]}""", "an identifier that is a number")]
    [InlineData("""{"!":[{"plusTime":["2020-01-01",0,"day"]}]}""", "the opposite of a date")]
    [InlineData("""{"if":[{"plusTime":["2020-01-01",0,"day"]},1,2]}""", "a guard that is a date")]
    [InlineData("""{"and":[true,{"plusTime":["2020-01-01",0,"day"]}]}""", "an \"and\" of a date")]
    public void Data_that_does_not_fit_an_operation_fails_as_a_value(string expression, string what)
    {
        var value = Logic.Evaluate(expression, """{"half":0.5,"huge":9007199254740000}""");

        value.IsFailure.ShouldBeTrue(what);
        value.Truth.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"and":[true,FAILS]}""")]
    [InlineData("""{"if":[FAILS,1,2]}""")]
    [InlineData("""{"!":[FAILS]}""")]
    [InlineData("""{"===":[FAILS,1]}""")]
    [InlineData("""{"===":[1,FAILS]}""")]
    [InlineData("""{"in":[FAILS,[1]]}""")]
    [InlineData("""{"in":[1,FAILS]}""")]
    [InlineData("""{"+":[FAILS,1]}""")]
    [InlineData("""{"+":[1,FAILS]}""")]
    [InlineData("""{"<":[FAILS,1]}""")]
    [InlineData("""{"<":[1,FAILS]}""")]
    [InlineData("""{"<":[1,2,FAILS]}""")]
    [InlineData("""{"reduce":[FAILS,1,0]}""")]
    [InlineData("""{"reduce":[[1,2],FAILS,0]}""")]
    [InlineData("""{"plusTime":[FAILS,1,"day"]}""")]
    [InlineData("""{"dccDateOfBirth":[FAILS]}""")]
    [InlineData("""{"extractFromUVCI":[FAILS,1]}""")]
    [InlineData("""[1,FAILS]""")]
    public void A_failure_inside_is_the_failure_of_the_whole(string expression)
    {
        var value = Logic.Evaluate(expression.Replace("FAILS", """{"+":[1,{"var":"missing"}]}""", StringComparison.Ordinal));

        value.Text.ShouldBe("an operand of \"+\" is not a whole number");
        value.IsFailure.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"and":[false,FAILS]}""", "false")]
    [InlineData("""{"if":[true,1,FAILS]}""", "1")]
    [InlineData("""{"if":[false,FAILS,2]}""", "2")]
    [InlineData("""{"reduce":[[],FAILS,3]}""", "3")]
    public void What_is_not_reached_is_not_worked_out(string expression, string expected) =>
        Logic.Evaluate(expression.Replace("FAILS", """{"+":[1,"x"]}""", StringComparison.Ordinal)).ShouldBe(Logic.Json(expected));

    [Theory]
    [InlineData("2020-02-29", 1, "day", "2020-03-01T00:00:00.000Z")]
    [InlineData("2020-02-29", 1, "month", "2020-03-29T00:00:00.000Z")]
    [InlineData("2020-02-29", 1, "year", "2021-03-01T00:00:00.000Z")]
    [InlineData("2021-01-31", 1, "month", "2021-03-03T00:00:00.000Z")]
    [InlineData("2021-01-31T13:14:15.6789+02:00", -1, "month", "2020-12-31T11:14:15.678Z")]
    [InlineData("2021-01-01", -25, "hour", "2020-12-30T23:00:00.000Z")]
    [InlineData("2021-06-01T00:00:00+2", 0, "day", "2021-05-31T22:00:00.000Z")]
    [InlineData("2021-06-01T00:00:00-0230", 0, "day", "2021-06-01T02:30:00.000Z")]
    [InlineData("2021-06-01T23:59:59.1", 0, "day", "2021-06-01T23:59:59.100Z")]
    [InlineData("2004", 0, "day", "2004-12-31T00:00:00.000Z")]
    [InlineData("2004-02", 0, "day", "2004-02-29T00:00:00.000Z")]
    public void Dates_are_read_and_shifted_as_the_specification_says(string text, int amount, string unit, string expected)
    {
        var literal = Logic.Evaluate($$"""{"plusTime":["{{text}}",{{amount}},"{{unit}}"]}""");
        var read = Logic.Evaluate($$"""{"plusTime":[{"var":"d"},{{amount}},"{{unit}}"]}""", $$"""{"d":"{{text}}"}""");

        literal.ToString().ShouldBe(expected);
        read.ShouldBe(literal);
    }

    [Theory]
    [InlineData("2021-02-30")]
    [InlineData("2021-00-10")]
    [InlineData("0000")]
    [InlineData("0000-01")]
    [InlineData("20x1")]
    [InlineData("2021-1-01")]
    [InlineData("2021/01/01")]
    [InlineData("2021-13-01T00:00:00Z")]
    [InlineData("2021-01-01T24:00:00Z")]
    [InlineData("2021-01-01T00:60:00Z")]
    [InlineData("2021-01-01T00:00:60Z")]
    [InlineData("2021-01-01T00:00:00+24:00")]
    [InlineData("2021-01-01T00:00:00+01:60")]
    [InlineData("2021-01-01T00:00:00Z\n")]
    [InlineData("0001-01-01T00:00:00+10:00")]
    [InlineData("2021-01-01T00:00:00.000000000000000000000000000000000000000000000000Z")]
    public void What_is_no_date_is_not_taken_for_one(string text) =>
        Logic.Evaluate("""{"plusTime":[{"var":"d"},0,"day"]}""", $"{{\"d\":{System.Text.Json.JsonSerializer.Serialize(text)}}}").IsFailure.ShouldBeTrue();

    [Fact]
    public void A_fold_reads_the_item_the_sum_so_far_and_the_data_outside()
    {
        var value = Logic.Evaluate(
            """{"reduce":[{"var":"list"},{"+":[{"var":"accumulator"},{"if":[{"===":[{"var":"current"},{"var":"data.wanted"}]},1,0]}]},0]}""",
            """{"list":[1,2,1],"wanted":1}""");

        value.ShouldBe(LogicValue.Of(2));
        Logic.Evaluate("""{"reduce":[[1],{"var":"other"},0]}""").IsNull.ShouldBeTrue();
    }

    [Fact]
    public void Objects_and_lists_are_equal_when_their_content_is()
    {
        var one = Logic.Json("""{"a":[1,{"b":"c"}]}""");

        one.Equals(Logic.Json("""{"a":[1,{"b":"c"}]}""")).ShouldBeTrue();
        (one == Logic.Json("""{"a":[1,{"b":"d"}]}""")).ShouldBeFalse();
        (one != Logic.Json("""{"a":[1]}""")).ShouldBeTrue();
        one.Equals((object)Logic.Json("""{"x":[1,{"b":"c"}]}""")).ShouldBeFalse();
        Logic.Json("7").GetHashCode().ShouldBe(Logic.Json("7.0").GetHashCode());
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("1.5", "1.5")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData("[1,2]", "[2 items]")]
    [InlineData("{\"name\":\"somebody\"}", "{…}")]
    public void A_value_can_be_shown_without_what_it_holds_inside(string json, string text) => Logic.Json(json).ToString().ShouldBe(text);
}
