using System.Globalization;
using Checkpoint.Hub.Operations;
using Checkpoint.Policies;
using Checkpoint.Policies.Checking;
using Checkpoint.Policies.Documents;

namespace Checkpoint.Hub.Policies;

/// <summary>Reads policies from files for people at a terminal.</summary>
static class PolicyFiles
{
    /// <summary><c>policy check</c>.</summary>
    /// <returns>0 if it may be applied, 1 if not, 74 if the file cannot be read.</returns>
    public static int Check(string path, TextWriter output, DateOnly today)
    {
        var exit = Read(path, output, today, out var policy);
        if (exit == ExitCode.Ok && policy is not null)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"可以使用 may be applied: {path}, version {policy.Version}, {policy.Rules.Length} rules, {policy.RiskAreas.Length} risk areas"));
        return exit;
    }

    /// <summary>Reads and checks a policy, and says everything that is wrong with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="output">Told what is wrong.</param>
    /// <param name="today">The first day that it may be applied.</param>
    /// <param name="policy">The policy, if it could be read at all; the exit code says whether it may be applied.</param>
    /// <returns>0 if it may be applied; else the exit code.</returns>
    public static int Read(string path, TextWriter output, DateOnly today, out Policy? policy)
    {
        policy = null;
        try
        {
            var problems = PolicyJson.Read(File.ReadAllBytes(path), out var read);
            policy = read;
            List<string> refused = read is null
                ? [.. problems.Select(problem => problem.ToString())]
                : [.. PolicyCheck.Run(read, today).Select(fault => fault.ToString())];
            foreach (var line in refused)
                output.WriteLine($"{path}: {line}");
            if (refused.Count == 0)
                return ExitCode.Ok;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"不可使用 may not be applied: {refused.Count} problems"));
            return ExitCode.CheckFailed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"{path}: {error.Message}");
            return ExitCode.Storage;
        }
    }
}
