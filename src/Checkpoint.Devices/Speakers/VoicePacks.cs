using System.Collections.Immutable;

namespace Checkpoint.Devices.Speakers;

/// <summary>The voice packs of a box.</summary>
/// <param name="Packs">Those that are good, one for each voice.</param>
/// <param name="Problems">What is wrong with the others, one line each.</param>
sealed record VoicePacks(ImmutableArray<VoicePack> Packs, ImmutableArray<string> Problems)
{
    /// <summary>The most folders that are looked at.</summary>
    public const int Most = 64;

    /// <summary>Looks through a folder of packs.</summary>
    /// <param name="folder">It need not exist.</param>
    public static VoicePacks Find(string folder)
    {
        try
        {
            return Folders(folder).Aggregate(new VoicePacks([], []), (found, pack) => found.With(pack));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new([], [error.Message]);
        }
    }

    VoicePacks With(string folder)
    {
        try
        {
            var pack = VoicePack.Read(folder);
            return Packs.FirstOrDefault(other => other.Voice == pack.Voice) is { } other
                ? this with { Problems = Problems.Add($"{folder} is the voice {pack.Voice}, as {other.Folder} is: one of them has to go.") }
                : this with { Packs = Packs.Add(pack) };
        }
        catch (IOException error)
        {
            return this with { Problems = Problems.Add(error.Message) };
        }
    }

    static IEnumerable<string> Folders(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(pack => File.Exists(Path.Combine(pack, VoicePack.Manifest))).Order(StringComparer.Ordinal).Take(Most)
        : [];
}
