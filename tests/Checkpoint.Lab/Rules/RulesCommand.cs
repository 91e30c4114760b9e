using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Lab.Rules;

/// <summary><c>rules DIR</c>: national entry rules, each <c>…/rule.json</c> with its cases in <c>tests/*.json</c> beside it.</summary>
static class RulesCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "COUNTRY/RULE/rule.json and tests/*.json." };
        var command = new Command("rules", "Run national entry rules against their own cases.") { folder };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(folder)));
        return command;
    }

    static int Run(DirectoryInfo folder)
    {
        var report = new TallyReport();
        var total = new CaseTally();
        var rules = 0;
        var byCountry = folder.EnumerateFiles("rule.json", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .GroupBy(file => file.Directory!.Parent!.Name, StringComparer.Ordinal);
        foreach (var country in byCountry)
        {
            var tally = new CaseTally();
            foreach (var rule in country)
                RunRule(rule, report.Files, tally);
            rules += country.Count();
            Console.WriteLine($"{country.Key,-8} {country.Count().ToString(CultureInfo.InvariantCulture),4} rules {tally}");
            total.Add(tally);
        }

        Console.WriteLine($"{rules.ToString(CultureInfo.InvariantCulture)} rules");
        return report.Close(total);
    }

    static void RunRule(FileInfo file, Report report, CaseTally tally)
    {
        var name = $"{file.Directory!.Parent!.Name}/{file.Directory.Name}";
        if (JsonFile.Read(file.FullName, report) is not { ValueKind: JsonValueKind.Object } rule)
            return;
        if (!rule.TryGetProperty("Logic", out var logic) && !rule.TryGetProperty("logic", out logic))
        {
            report.Check(good: false, $"{name} has no logic");
            return;
        }

        if (LogicParser.Parse(logic, "$.Logic", out var expression) is { Count: > 0 } problems)
            report.Check(good: false, $"{name} was refused: {string.Join("; ", problems)}");
        var tests = new DirectoryInfo(Path.Combine(file.Directory.FullName, "tests"));
        if (!tests.Exists)
            return;
        foreach (var test in tests.EnumerateFiles("*.json").OrderBy(test => test.Name, StringComparer.Ordinal))
            RunCase(expression, test, $"{name}/{test.Name}", report, tally);
    }

    static void RunCase(LogicExpression? expression, FileInfo test, string place, Report report, CaseTally tally)
    {
        if (JsonFile.Read(test.FullName, report) is not { ValueKind: JsonValueKind.Object } one)
            return;
        var expected = LogicJson.Read(one.GetProperty("expected"));
        var found = expression?.Evaluate(LogicJson.Read(one)) ?? LogicValue.Failed("the rule was refused");
        var title = JsonFile.Text(one, "name", "");
        tally.Count(found.Equals(expected), isSkipped: false, $"{place} \"{title}\"", found.ToString(), expected.ToString());
    }
}
