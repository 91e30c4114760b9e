using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Devices.Speakers;
using Checkpoint.Hosting.Checks;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Has the loudspeaker say a phrase, and looks through the recordings. Whether it is loud enough only a person can hear.</summary>
static class SpeakerTest
{
    /// <summary>Tries it.</summary>
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(DeviceSet devices, CancellationToken cancel)
    {
        if (devices.Sound.IsEmpty)
            return [];
        var end = await devices.Speaker.PlayAsync(new Speech.Fixed(Phrase.SoundCheck), cancel);
        cancel.ThrowIfCancellationRequested();
        return [Loudspeaker(devices, end), Voices(devices.CheckVoices())];
    }

    static CheckLine Loudspeaker(DeviceSet devices, SpeechEnd end)
    {
        const string name = "loudspeaker";
        return end == SpeechEnd.Whole
            ? new(name, Good: true, $"said \"{PhraseTable.WordsOf(Phrase.SoundCheck).Chinese}\"")
            : new(name, Good: false, $"{string.Join(' ', devices.Sound.Select(part => part.Faults.Current))} Plug it in, or set Devices:Speaker as checkpoint-edge devices list names it.");
    }

    static CheckLine Voices(VoiceCheck check) => check.Problems.IsEmpty
        ? new("voices", Good: true, string.Join(", ", check.Voices.Select(Words)))
        : new("voices", Good: false, $"{string.Join(' ', check.Problems)} Mend the voice pack, or set Devices:Speaker:Voices.");

    static string Words(VoiceReport voice)
    {
        var recorded = voice.Recordings > 0 ? string.Create(CultureInfo.InvariantCulture, $" {voice.Recordings} recorded") : "";
        var name = voice.Name.Length > 0 ? $" ({voice.Name})" : "";
        return $"{voice.Voice}{name}{recorded}{(voice.IsSynthesised ? " synthesised" : "")}";
    }
}
