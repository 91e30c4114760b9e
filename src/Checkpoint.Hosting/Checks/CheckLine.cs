namespace Checkpoint.Hosting.Checks;

/// <summary>What one check of a program's <c>check</c> found, as one line for a terminal.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Words">What was found, and how to mend it if it is not good. Nothing secret.</param>
public readonly record struct CheckLine(string Name, bool Good, string Words)
{
    /// <summary>The line.</summary>
    public override string ToString() => $"{(Good ? "ok  " : "FAIL")}  {Name}: {Words}";
}
