using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Lab.Rules;

/// <summary>
/// <c>certlogic DIR</c>: every case of a CertLogic conformance suite, of evaluation (<c>assertions</c>) and of validation (<c>issues</c>).
/// </summary>
static class CertLogicCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with test suites, searched through." };
        var command = new Command("certlogic", "Run a CertLogic conformance suite.") { folder };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(folder)));
        return command;
    }

    static int Run(DirectoryInfo folder)
    {
        var report = new TallyReport();
        var total = new CaseTally();
        foreach (var file in folder.EnumerateFiles("*.json", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            if (JsonFile.Read(file.FullName, report.Files) is not { ValueKind: JsonValueKind.Object } suite
                || !suite.TryGetProperty("cases", out var cases) || cases.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            var tally = RunSuite(file.Name, suite, cases);
            Console.WriteLine($"{file.Name,-44} {tally}");
            total.Add(tally);
        }

        return report.Close(total);
    }

    static CaseTally RunSuite(string file, JsonElement suite, JsonElement cases)
    {
        var tally = new CaseTally();
        var number = 0;
        foreach (var one in cases.EnumerateArray())
        {
            var place = $"{file}, case {(++number).ToString(CultureInfo.InvariantCulture)} \"{JsonFile.Text(one, "name", "")}\"";
            var isSkipped = IsSkipped(suite) || IsSkipped(one);
            if (one.TryGetProperty("issues", out var issues))
                Validate(tally, one, issues, isSkipped, place);
            else if (one.TryGetProperty("assertions", out var assertions))
                Evaluate(tally, one, assertions, isSkipped, place);
            else
                tally.Count(good: false, isSkipped, place, "neither assertions nor issues", "one of them");
        }

        return tally;
    }

    // The messages are each implementation's own; what counts is that the same expressions are refused.
    static void Validate(CaseTally tally, JsonElement one, JsonElement issues, bool isSkipped, string place)
    {
        var problems = LogicParser.Parse(one.GetProperty("certLogicExpression"), "$", out _);
        var expected = issues.GetArrayLength() > 0 ? "refused" : "accepted";
        var found = problems.Count > 0 ? "refused" : "accepted";
        tally.Count(string.Equals(found, expected, StringComparison.Ordinal), isSkipped, place, $"{found} {string.Join("; ", problems)}", expected);
    }

    static void Evaluate(CaseTally tally, JsonElement one, JsonElement assertions, bool isSkipped, string place)
    {
        var number = 0;
        foreach (var assertion in assertions.EnumerateArray())
        {
            var here = $"{place}, assertion {(++number).ToString(CultureInfo.InvariantCulture)}";
            var skip = isSkipped || IsSkipped(assertion);
            var expected = LogicJson.Read(assertion.GetProperty("expected"));
            if (!assertion.TryGetProperty("certLogicExpression", out var logic) && !one.TryGetProperty("certLogicExpression", out logic))
                tally.Count(good: false, skip, here, "no expression", expected.ToString());
            else if (LogicParser.Parse(logic, "$", out var expression) is { Count: > 0 } problems)
                tally.Count(good: false, skip, here, $"refused {string.Join("; ", problems)}", expected.ToString());
            else
                Compare(tally, expression!.Evaluate(LogicJson.Read(assertion.GetProperty("data"))), expected, skip, here);
        }
    }

    static void Compare(CaseTally tally, LogicValue found, LogicValue expected, bool isSkipped, string place) =>
        tally.Count(found.Equals(expected), isSkipped, place, found.ToString(), expected.ToString());

    static bool IsSkipped(JsonElement json) => string.Equals(JsonFile.Text(json, "directive", ""), "skip", StringComparison.Ordinal);
}
