using System.Text.Json;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ledgers;

/// <summary>The runs above the first hole as the database keeps them: <c>[[5,7],[9,9]]</c>.</summary>
static class AheadText
{
    /// <summary>Writes them.</summary>
    public static string Of(StreamPosition position) =>
        JsonSerializer.Serialize(position.Ahead.Select(range => new[] { range.First, range.Last }));

    /// <summary>Reads a position back.</summary>
    public static StreamPosition Read(long upTo, string ahead) =>
        new(upTo, [.. JsonSerializer.Deserialize<long[][]>(ahead)!.Select(pair => new SeqRange(pair[0], pair[1]))]);
}
