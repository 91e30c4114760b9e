using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Policies.CertLogic;

public sealed class ParserTests
{
    [Theory]
    [InlineData("null", "$: null is no expression")]
    [InlineData("1.5", "$: a number must be whole and within ±2^53")]
    [InlineData("1e300", "$: a number must be whole and within ±2^53")]
    [InlineData("{}", "$: an operation has one member, its operator; this has none")]
    [InlineData("""{"!":[1],"and":[1,2]}""", "$: an operation has one member, its operator; this has more")]
    [InlineData("""{"or":[1,2]}""", "$: \"or\" is no operator")]
    [InlineData("""{"!":1}""", "$.!: the operands must be a list")]
    [InlineData("""{"!":[]}""", "$.!: one operand expected, 0 found")]
    [InlineData("""{"and":[1]}""", "$.and: two operands or more expected, 1 found")]
    [InlineData("""{"===":[1]}""", "$.===: two operands expected, 1 found")]
    [InlineData("""{"<":[1,2,3,4]}""", "$.<: two or three operands expected, 4 found")]
    [InlineData("""{"if":[1,2]}""", "$.if: three operands expected, 2 found")]
    [InlineData("""{"var":1}""", "$.var: a path must be text")]
    [InlineData("""{"and":[true,{"!":[{"xor":[]}]}]}""", "$.and[1].![0]: \"xor\" is no operator")]
    [InlineData("""[1,{"var":[]}]""", "$[1].var: a path must be text")]
    [InlineData("""{"plusTime":["2020",1.5,"day"]}""", "$.plusTime[1]: a whole number within ±100000000 must stand here")]
    [InlineData("""{"plusTime":["2020",1,"week"]}""", "$.plusTime[2]: the unit must be \"year\", \"month\", \"day\" or \"hour\"")]
    [InlineData("""{"plusTime":["2020",1,{"var":"u"}]}""", "$.plusTime[2]: the unit must be \"year\", \"month\", \"day\" or \"hour\"")]
    [InlineData("""{"extractFromUVCI":["x","1"]}""", "$.extractFromUVCI[1]: a whole number within ±100000000 must stand here")]
    public void A_wrong_expression_is_refused_with_its_place(string expression, string problem) =>
        Logic.Problems(expression).ShouldHaveSingleItem().ToString().ShouldBe(problem);

    [Fact]
    public void Every_problem_is_told() => Logic.Problems("""{"and":[null,{"no":[]},{"!":[]}]}""").Count.ShouldBe(3);

    [Fact]
    public void An_expression_may_be_as_deep_as_the_limit_and_no_deeper()
    {
        Logic.Problems(Nested(LogicExpression.MaxDepth - 1)).ShouldBeEmpty();
        Logic.Problems(Nested(LogicExpression.MaxDepth)).ShouldHaveSingleItem().Message.ShouldBe("nested deeper than 64");
    }

    [Fact]
    public void An_expression_may_be_as_large_as_the_limit_and_no_larger()
    {
        Logic.Problems(Wide(LogicExpression.MaxNodes - 1)).ShouldBeEmpty();
        Logic.Problems(Wide(LogicExpression.MaxNodes + 100)).ShouldHaveSingleItem().Message.ShouldBe("more than 4096 parts");
    }

    [Fact]
    public void All_parts_of_an_expression_can_be_visited()
    {
        var expression = Logic.Parse(
            """
            {"and":[{"!":[{"var":"a"}]},{"if":[{"in":[{"var":"b"},[1]]},{"+":[{"var":"c"},1]},[{"var":"d"}]]},
            {"before":[{"plusTime":[{"var":"e"},1,"day"]},{"dccDateOfBirth":[{"var":"f"}]}]},
            {"===":[{"extractFromUVCI":[{"var":"g"},1]},{"reduce":[{"var":"h"},{"var":"current"},0]}]}]}
            """);

        expression.All.OfType<Variable>().Select(variable => variable.Path).ShouldBe(["a", "b", "c", "d", "e", "f", "g", "h", "current"]);
    }

    [Fact]
    public void No_text_makes_the_parser_or_the_evaluator_throw() => Prop.ForAll(
        Arb.From(Gen.Sized(size => Expression(Math.Min(size, 6)))),
        json =>
        {
            using var document = System.Text.Json.JsonDocument.Parse(json, new() { MaxDepth = 1000 });
            LogicParser.Parse(document.RootElement, "$", out var expression);
            expression?.Evaluate(Logic.Json("""{"a":[1,"2020-01-01",null,{"b":2}],"d":"2021-02-29T00:00:00Z"}"""));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    static readonly string[] Leaves =
    [
        "1", "0", "-3", "1.5", "true", "false", "null", "\"\"", "\"2020-02-29\"", "\"URN:UVCI:01:NL:1#2\"", "[]", "\"day\"",
        """{"var":"a.0"}""", """{"var":"a.3.b"}""", """{"var":"d"}""", """{"var":""}""", """{"var":"a"}""", """{"var":"current"}""",
    ];

    static readonly string[] Operators =
        ["if", "and", "!", "===", "in", "+", "<", ">=", "before", "not-before", "reduce", "plusTime", "extractFromUVCI", "dccDateOfBirth", "or"];

    static Gen<string> Expression(int size) => size == 0
        ? Gen.Elements(Leaves)
        : Gen.OneOf(
            Gen.Elements(Leaves),
            from name in Gen.Elements(Operators)
            from count in Gen.Choose(1, 3)
            from operands in Gen.ListOf(Expression(size - 1), count)
            select $$"""{"{{name}}":[{{string.Join(',', operands)}}]}""");

    static string Nested(int depth)
    {
        var json = new StringBuilder("1");
        for (var i = 0; i < depth; i++)
            json.Insert(0, "{\"!\":[").Append("]}");
        return json.ToString();
    }

    static string Wide(int parts) => $"[{string.Join(',', Enumerable.Repeat("1", parts))}]";
}
