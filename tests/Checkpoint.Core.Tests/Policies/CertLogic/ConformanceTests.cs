using System.Text.Json;
using Checkpoint.Testing;

namespace Checkpoint.Policies.CertLogic;

/// <summary>Other people's cases; the lab's verbs print each difference.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void Every_assertion_of_the_conformance_suite_holds()
    {
        Assert.SkipWhen(DataFolder.Find("certlogic/testSuite") is null, DataFolder.WhySkipped);

        var results = Directory.EnumerateFiles(DataFolder.Find("certlogic/testSuite")!, "*.json").SelectMany(Suite).ToList();

        results.ShouldNotBeEmpty();
        results.ShouldAllBe(result => result.Found.Equals(result.Expected));
    }

    [Fact]
    public void Every_case_of_the_national_rules_holds()
    {
        Assert.SkipWhen(DataFolder.Find("dcc/rules") is null, DataFolder.WhySkipped);

        var results = Directory.EnumerateFiles(DataFolder.Find("dcc/rules")!, "rule.json", SearchOption.AllDirectories).SelectMany(Rule).ToList();

        results.ShouldNotBeEmpty();
        results.ShouldAllBe(result => result.Found.Equals(result.Expected));
    }

    static IEnumerable<(string Place, LogicValue Found, LogicValue Expected)> Suite(string file)
    {
        foreach (var one in Read(file).GetProperty("cases").EnumerateArray())
        {
            foreach (var assertion in one.GetProperty("assertions").EnumerateArray())
            {
                var logic = assertion.TryGetProperty("certLogicExpression", out var own) ? own : one.GetProperty("certLogicExpression");
                LogicParser.Parse(logic, "$", out var expression).ShouldBeEmpty();
                yield return (file, expression!.Evaluate(LogicJson.Read(assertion.GetProperty("data"))), LogicJson.Read(assertion.GetProperty("expected")));
            }
        }
    }

    static IEnumerable<(string Place, LogicValue Found, LogicValue Expected)> Rule(string file)
    {
        LogicParser.Parse(Read(file).GetProperty("Logic"), "$", out var expression).ShouldBeEmpty();
        foreach (var test in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(file)!, "tests"), "*.json"))
        {
            var one = Read(test);
            yield return (test, expression!.Evaluate(LogicJson.Read(one)), LogicJson.Read(one.GetProperty("expected")));
        }
    }

    static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }
}
