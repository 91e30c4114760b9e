using System.Globalization;

namespace Checkpoint.Lab.Rules;

/// <summary>Cases of one group that hold, that do not, and that their authors marked to be skipped.</summary>
sealed class CaseTally
{
    /// <summary>Cases that came out as expected.</summary>
    public int Passed { get; private set; }

    /// <summary>Cases that did not.</summary>
    public int Failed { get; private set; }

    /// <summary>Cases among the passed that carry a directive to skip them.</summary>
    public int PassedThoughMarked { get; private set; }

    /// <summary>Cases that did not come out as expected and carry a directive to skip them: no failures, yet printed.</summary>
    public int Skipped { get; private set; }

    /// <summary>Counts one, and prints it if it differs.</summary>
    public void Count(bool good, bool isSkipped, string place, string found, string expected)
    {
        Passed += good ? 1 : 0;
        PassedThoughMarked += good && isSkipped ? 1 : 0;
        Skipped += !good && isSkipped ? 1 : 0;
        Failed += good || isSkipped ? 0 : 1;
        if (!good)
            Console.WriteLine($"differs{(isSkipped ? " (marked to be skipped)" : "")}: {place}: found {found}, expected {expected}");
    }

    /// <summary>Adds another group.</summary>
    public void Add(CaseTally other)
    {
        Passed += other.Passed;
        Failed += other.Failed;
        Skipped += other.Skipped;
        PassedThoughMarked += other.PassedThoughMarked;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Passed,6} hold {Failed,6} differ {Skipped,6} skipped");
}
