using System.Text;

namespace Checkpoint.Golden;

/// <summary>
/// Payloads and names that others read, each with an approved file in this folder: published, so that changing one is a decision and
/// never an accident. What is written now is left beside the approved file's copy, as <c>.received</c>, to be compared and approved.
/// </summary>
static class Approved
{
    /// <summary>Compares bytes with an approved file, which ends in one line feed more.</summary>
    /// <param name="actual">What is written now.</param>
    /// <param name="name">The file.</param>
    public static void ShouldBeApproved(this byte[] actual, string name) => Encoding.UTF8.GetString(actual).ShouldBeApproved(name);

    /// <summary>Compares text with an approved file, which ends in one line feed more.</summary>
    /// <param name="actual">What is written now.</param>
    /// <param name="name">The file.</param>
    public static void ShouldBeApproved(this string actual, string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (string.Equals(actual + "\n", approved, StringComparison.Ordinal))
            return;

        File.WriteAllText(file + ".received", actual + "\n");
        actual.ShouldBe(approved.TrimEnd('\n'), $"{name} is published and was approved otherwise.");
    }
}
