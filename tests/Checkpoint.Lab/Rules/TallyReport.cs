using System.Globalization;

namespace Checkpoint.Lab.Rules;

/// <summary>Closes a verb that counts many cases with one line.</summary>
sealed class TallyReport
{
    /// <summary>Files that could not be read are failures too.</summary>
    public Report Files { get; } = new();

    /// <summary>Prints what was skipped, and the closing line.</summary>
    /// <returns>The exit code: 0 if nothing failed and something passed.</returns>
    public int Close(CaseTally total)
    {
        if (total.Skipped + total.PassedThoughMarked > 0)
            Console.WriteLine($"marked \"skip\" by their authors and run all the same: {Text(total.PassedThoughMarked)} hold, {Text(total.Skipped)} differ and are not counted");
        if (total.Passed + total.Failed == 0)
            Files.Check(good: false, "no case was found in this folder");
        return Files.Close(total.Passed, total.Failed);
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
