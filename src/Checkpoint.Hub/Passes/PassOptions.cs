using System.CommandLine;
using Checkpoint.Passes;

namespace Checkpoint.Hub.Passes;

/// <summary>The options that say what a pass is to say.</summary>
sealed class PassOptions(TimeProvider clock)
{
    readonly Option<string> @class = new("--class") { Description = "证类 Class: resident, returnee, visitor, worker, volunteer, emergency, operator", DefaultValueFactory = _ => "resident" };
    readonly Option<uint> area = new("--area") { Description = "区域号 Area it is good for", Required = true };
    readonly Option<string> from = new("--from") { Description = "起 First day, yyyy-MM-dd", Required = true };
    readonly Option<string> until = new("--until") { Description = "止 Last day, yyyy-MM-dd", Required = true };
    readonly Option<uint?> destination = new("--destination") { Description = "目的地区域号 Area the bearer goes to" };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [@class, area, from, until, destination];

    /// <summary>What was asked.</summary>
    /// <exception cref="InvalidDataException">A value is not right.</exception>
    public PassRequest Read(ParseResult given) => new(
        ToolOptions.Name<PassClass>(given.GetRequiredValue(@class), "--class"),
        given.GetRequiredValue(area),
        ToolOptions.From(given.GetRequiredValue(from), clock),
        ToolOptions.Until(given.GetRequiredValue(until), clock))
    {
        Destination = given.GetValue(destination),
    };
}
