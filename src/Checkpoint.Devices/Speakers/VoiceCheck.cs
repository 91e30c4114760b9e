using System.Collections.Immutable;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>What a box's voices can say, and what is wrong with their recordings.</summary>
/// <param name="Voices">The voices, in their order.</param>
/// <param name="Problems">What is wrong, one line each; none if all is well.</param>
public sealed record VoiceCheck(ImmutableArray<VoiceReport> Voices, ImmutableArray<string> Problems)
{
    /// <summary>No voices.</summary>
    public static VoiceCheck None { get; } = new([], []);

    /// <summary>Reads every recording once.</summary>
    /// <param name="options">Who speaks.</param>
    public static VoiceCheck Run(SpeakerOptions options)
    {
        var packs = VoicePacks.Find(options.Packs);
        return options.Tags.Aggregate(None with { Problems = packs.Problems }, (check, voice) => check.With(voice, packs));
    }

    VoiceCheck With(VoiceTag voice, VoicePacks packs)
    {
        var pack = packs.Packs.FirstOrDefault(pack => pack.Voice == voice);
        string[] files = [.. Enum.GetValues<Phrase>().Where(phrase => phrase != Phrase.None).Select(phrase => pack?.FileOf(phrase)).OfType<string>().Where(File.Exists)];
        string[] wrong = [.. files.Select(ProblemOf).OfType<string>()];
        var report = new VoiceReport(voice, pack?.Name ?? "", files.Length - wrong.Length, Synthesis.Of(voice) is not null);
        return new(
            Voices.Add(report),
            report is { Recordings: 0, IsSynthesised: false } ? [.. Problems, .. wrong, $"The voice {voice} has no recordings and no machine speaks it."] : [.. Problems, .. wrong]);
    }

    static string? ProblemOf(string file)
    {
        try
        {
            WavFile.ReadFile(file);
            return null;
        }
        catch (IOException error)
        {
            return error.Message;
        }
    }
}
