namespace Checkpoint.Lab;

/// <summary>What a verb prints: one line a check, and the closing line "N passed, N failed".</summary>
sealed class Report
{
    int passed;
    int failed;

    /// <summary>A figure with nothing to hold it against.</summary>
    public static void Note(string line) => Console.WriteLine($"        {line}");

    /// <summary>A figure and whether it is as it should be.</summary>
    public void Check(bool good, string line)
    {
        Console.WriteLine($"{(good ? "passed" : "FAILED")}  {line}");
        if (good)
            passed++;
        else
            failed++;
    }

    /// <summary>Adds cases that were counted elsewhere, and prints the closing line.</summary>
    /// <returns>The exit code: 0 if nothing failed.</returns>
    public int Close(int alsoPassed, int alsoFailed)
    {
        passed += alsoPassed;
        failed += alsoFailed;
        return Close();
    }

    /// <summary>Prints the closing line.</summary>
    /// <returns>The exit code: 0 if nothing failed.</returns>
    public int Close()
    {
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}
