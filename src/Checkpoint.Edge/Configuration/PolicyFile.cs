using Checkpoint.Policies;
using Checkpoint.Policies.Checking;
using Checkpoint.Policies.Documents;

namespace Checkpoint.Edge.Configuration;

/// <summary>Reads a policy from a file, and refuses one that is wrong or would do harm.</summary>
static class PolicyFile
{
    /// <summary>Reads a policy.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, is wrong, or would do harm; the message says all of it.</exception>
    public static Policy Read(string path)
    {
        var problems = PolicyJson.Read(ReadBytes(path), out var policy);
        if (policy is null)
            throw Refuse(path, problems.Select(problem => problem.ToString()));

        // The clock may not be set yet: the rules are tried from the day on which the program was made.
        var faults = PolicyCheck.Run(policy, DateOnly.FromDateTime(GateClock.BuiltAfter.UtcDateTime));
        return faults.IsEmpty ? policy : throw Refuse(path, faults.Select(fault => fault.ToString()));
    }

    static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Policy:File: {error.Message} Name a file that the gate may read, or take Policy:File away.", error);
        }
    }

    static InvalidDataException Refuse(string path, IEnumerable<string> problems) =>
        new($"Policy:File: {path} is refused: {string.Join("; ", problems)}");
}
