using System.CommandLine;
using System.Globalization;

namespace Checkpoint.Hub.Policies;

/// <summary><c>checkpoint-hub policy …</c>: print, check and try out policies before a gate gets them.</summary>
static class PolicyCommands
{
    /// <summary>The verbs.</summary>
    /// <param name="config">The folder of the hub's configuration, for what needs the ledger.</param>
    public static Command Create(Option<string> config) => new("policy", "Prints, checks and tries out policies.")
    {
        Default(), Check(), Test(), Day(config),
    };

    static Command Default()
    {
        var command = new Command("default", "Prints the policy that a gate applies until it gets another.");
        command.SetAction(_ => Console.Out.WriteLine(Checkpoint.Policies.DefaultPolicy.Json));
        return command;
    }

    static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "A policy as JSON." };
        var command = new Command("check", "Says whether a policy may be applied: its form, and whom it would lock out.") { file };
        command.SetAction(given => PolicyFiles.Check(given.GetRequiredValue(file), Console.Out, Today()));
        return command;
    }

    static Command Test()
    {
        var day = new Option<string>("--day") { Description = "Entries as the ledger holds them, one JSON object a line; see \"policy day\".", Required = true };
        var policy = new Option<string>("--policy") { Description = "The policy to try.", Required = true };
        var against = new Option<string?>("--against") { Description = "A policy to hold it against, instead of what was said at the gate." };
        var command = new Command("test", "Decides a day again under another policy, and says who would have been decided otherwise.") { day, policy, against };
        command.SetAction(given => PolicyTest.Run(
            given.GetRequiredValue(day), given.GetRequiredValue(policy), given.GetValue(against), Console.Out, Today()));
        return command;
    }

    static Command Day(Option<string> config)
    {
        var date = new Option<DateOnly>("--date")
        {
            Description = "The day, such as 2026-11-21, in each box's own time zone.",
            Required = true,
            CustomParser = given => DateOnly.TryParseExact(given.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : Refuse(given, "expected a day such as 2026-11-21"),
        };
        var command = new Command("day", "Prints a day's entries from the ledger, for \"policy test\".") { date, config };
        command.SetAction(given => LedgerDay.Run(given.GetRequiredValue(config), given.GetRequiredValue(date), Console.Out, Console.Error));
        return command;
    }

    static DateOnly Refuse(System.CommandLine.Parsing.ArgumentResult given, string problem)
    {
        given.AddError($"--date: {problem}");
        return default;
    }

    static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
