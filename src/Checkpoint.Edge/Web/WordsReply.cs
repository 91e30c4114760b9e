using Checkpoint.Signals;

namespace Checkpoint.Edge.Web;

/// <summary>One line for people, in both languages.</summary>
/// <param name="Zh">Simplified Chinese (zh-CN).</param>
/// <param name="En">English.</param>
sealed record WordsReply(string Zh, string En)
{
    /// <summary>The line; null for none.</summary>
    public static WordsReply? Of(Words? words) => words is { } line ? new(line.Chinese, line.English) : null;
}
