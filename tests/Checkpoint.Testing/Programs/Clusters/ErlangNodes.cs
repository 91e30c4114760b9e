using System.Globalization;

namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>What nodes of the Erlang runtime have in common.</summary>
static class ErlangNodes
{
    /// <summary>The word by which they know each other.</summary>
    public const string Cookie = "checkpoint-chaos";

    /// <summary>Name of the so manieth node, from 0.</summary>
    public static string NameOf(int node) => string.Create(CultureInfo.InvariantCulture, $"ckpt{node + 1}@localhost");

    /// <summary>A number as text.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Variables of every one.</summary>
    /// <param name="home">A folder of its own.</param>
    /// <param name="epmd">Port of the name server.</param>
    public static Dictionary<string, string> Environment(string home, int epmd) =>
        new(StringComparer.Ordinal) { ["HOME"] = home, ["ERL_EPMD_PORT"] = Text(epmd) };
}
