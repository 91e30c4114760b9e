using System.Text.RegularExpressions;
using Checkpoint.Devices.Connected;

namespace Checkpoint.Devices.Speakers;

/// <summary>The sound cards that the kernel knows, and can play (Documentation/sound/designs/procfile.rst).</summary>
static partial class SoundCards
{
    /// <summary>The most cards that are looked at.</summary>
    public const int Most = 32;

    /// <summary>Finds them.</summary>
    /// <param name="root">Where <c>proc</c> is.</param>
    public static IEnumerable<FoundDevice> Find(string root = "/")
    {
        var folder = Path.Combine(root, "proc/asound");
        var list = Path.Combine(folder, "cards");
        return File.Exists(list)
            ? File.ReadLines(list).Select(line => Card().Match(line)).Where(card => card.Success && CanPlay(folder, card)).Take(Most).Select(Found)
            : [];
    }

    // Its places to play are named pcm0p and so on; one that only hears has pcm0c.
    static bool CanPlay(string folder, Match card) =>
        Path.Combine(folder, "card" + card.Groups["number"].Value) is var path && Directory.Exists(path) && Directory.EnumerateDirectories(path, "pcm*p").Any();

    static FoundDevice Found(Match card) => new("Devices:Speaker:Device", $"plughw:CARD={card.Groups["id"].Value.Trim()}", card.Groups["name"].Value.Trim());

    [GeneratedRegex(@"^\s*(?<number>\d+) \[(?<id>[^\]]{1,32})\]: (?<name>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Card();
}
