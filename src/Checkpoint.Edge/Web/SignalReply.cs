using Checkpoint.Edge.Passages;
using Checkpoint.Signals;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Web;

/// <summary>What the volunteer sees at this moment.</summary>
/// <param name="Kind">What it means, such as "recheck".</param>
/// <param name="Light">Colour of the light, such as "amber".</param>
/// <param name="Words">The line: what happened, and what to do.</param>
/// <param name="More">A second line, such as how old a list is or what would have been green; null for none.</param>
sealed record SignalReply(string Kind, string Light, WordsReply Words, WordsReply? More)
{
    /// <summary>What is shown.</summary>
    public static SignalReply Of(Showing showing)
    {
        var signal = showing.Signal;
        return new(
            WireName<SignalKind>.Of(signal.Kind),
            WireName<LightColour>.Of(signal.Light.Colour),
            new(signal.Words.Chinese, signal.Words.English),
            WordsReply.Of(signal.More ?? showing.Decision?.Explanation.Line));
    }
}
