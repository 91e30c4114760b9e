using System.CommandLine;
using Checkpoint.Hub.Passes.Inspecting;

namespace Checkpoint.Hub.Passes;

/// <summary><c>pass keygen|issue|sheet|card|revoke|inspect</c>: what an issuing office does. None of it needs a network or a running hub.</summary>
static class PassCommands
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock) => new("pass", "通行证 Passes")
    {
        KeygenCommand.Create(clock),
        IssueCommand.Create(clock),
        SheetCommand.Create(clock),
        CardCommand.Create(clock),
        RevokeCommand.Create(clock),
        InspectCommand.Create(clock, Console.OpenStandardInput),
    };
}
