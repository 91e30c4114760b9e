namespace Checkpoint.Edge.Golden;

/// <summary>
/// What others configure and watch, each with an approved file in this folder: changing one is a decision and never an accident. What is
/// there now is left beside the approved file's copy, as <c>.received</c>, to be compared and approved.
/// </summary>
static class Approved
{
    /// <summary>Compares lines with an approved file.</summary>
    /// <param name="actual">What is there now.</param>
    /// <param name="name">The file.</param>
    public static void ShouldBeApproved(this IEnumerable<string> actual, string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        var lines = actual.ToArray();
        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (!lines.SequenceEqual(approved, StringComparer.Ordinal))
            File.WriteAllLines(file + ".received", lines);
        lines.ShouldBe(approved, $"{name} is published and was approved otherwise.");
    }
}
