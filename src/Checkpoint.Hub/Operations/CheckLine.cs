namespace Checkpoint.Hub.Operations;

/// <summary>What one check found.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Words">What was found, and how to mend it if it is not good.</param>
readonly record struct CheckLine(string Name, bool Good, string Words)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString() => $"{(Good ? "ok  " : "FAIL")} {Name}: {Words}";
}
