using System.CommandLine;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Hub.Operations;

/// <summary>Runs what a tool does, and says plainly why it could not.</summary>
static class ToolAction
{
    /// <summary>Makes this what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="act">Does it; what is wrong with the files given is thrown as <see cref="InvalidDataException"/>.</param>
    public static Command Does(this Command command, Action<ParseResult, TextWriter> act) => command.Does((given, output) =>
    {
        act(given, output);
        return ExitCode.Ok;
    });

    /// <summary>Makes this what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="act">Does it, and says how it ended; what is wrong with the files given is thrown as <see cref="InvalidDataException"/>.</param>
    public static Command Does(this Command command, Func<ParseResult, TextWriter, int> act)
    {
        command.SetAction(given => Run(given, act));
        return command;
    }

    static int Run(ParseResult given, Func<ParseResult, TextWriter, int> act)
    {
        var errors = given.InvocationConfiguration.Error;
        try
        {
            return act(given, given.InvocationConfiguration.Output);
        }
        catch (ConfigurationException wrong)
        {
            foreach (var problem in wrong.Problems)
                errors.WriteLine($"checkpoint-hub: {problem}");
            return ExitCode.Configuration;
        }
        catch (InvalidDataException error)
        {
            errors.WriteLine(error.Message);
            return ExitCode.Data;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"读写失败 Cannot read or write: {error.Message}");
            return ExitCode.Storage;
        }
    }
}
