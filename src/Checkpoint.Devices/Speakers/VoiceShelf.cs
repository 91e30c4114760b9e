using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Devices.Gpio;
using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;
using Checkpoint.Wire;

namespace Checkpoint.Devices.Speakers;

/// <summary>
/// Finds the sound of a speech: of each voice in its order the recording, else what espeak-ng reads, else the next voice. What no voice can say is
/// counted, and looked for again with back-off. One caller at a time.
/// </summary>
sealed class VoiceShelf
{
    /// <summary>Sounds of phrases that are kept, in bytes: what fits is spoken at once, without a program.</summary>
    public const int MostKept = 8 << 20;

    readonly ImmutableArray<VoiceTag> voices;
    readonly EspeakNg espeak;
    readonly TimeProvider clock;
    readonly Lazy<VoicePacks> packs;
    readonly long start;
    readonly Dictionary<Speech, SoundClip> kept = [];
    readonly Dictionary<Speech, TimeSpan> missing = [];
    int keptBytes;

    /// <summary>The voices that the options name; nothing is read before something is said.</summary>
    public VoiceShelf(SpeakerOptions options, EspeakNg espeak, TimeProvider clock)
    {
        (this.espeak, this.clock) = (espeak, clock);
        voices = [.. options.Tags];
        packs = new(() => Find(options.Packs));
        start = clock.GetTimestamp();
    }

    /// <summary>What could not be said, and what is wrong with recordings.</summary>
    public LineFaults Faults { get; } = new();

    TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Finds the sound of a speech.</summary>
    /// <returns>The sound; null if no voice can say it.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<SoundClip?> FindAsync(Speech speech, CancellationToken cancel)
    {
        if (kept.TryGetValue(speech, out var clip))
            return clip;
        if (missing.TryGetValue(speech, out var due) && Now < due)
            return null;

        var wrong = "";
        foreach (var source in Sources(speech))
        {
            try
            {
                clip = await source(cancel);
                Keep(speech, clip);
                Told(wrong);
                return clip;
            }
            catch (IOException error)
            {
                wrong += " " + error.Message;
            }
        }

        missing[speech] = Now + Faults.Add(new IOException($"No voice can say {NameOf(speech)}.{wrong}"));
        return null;
    }

    VoicePacks Find(string folder)
    {
        var found = VoicePacks.Find(folder);
        foreach (var problem in found.Problems)
            Faults.Add(new IOException(problem));
        return found;
    }

    // A voice further on has stood in.
    void Told(string wrong)
    {
        if (wrong.Length == 0)
            Faults.Clear();
        else
            Faults.Add(new IOException(wrong.TrimStart()));
    }

    IEnumerable<Func<CancellationToken, Task<SoundClip>>> Sources(Speech speech) => speech switch
    {
        Speech.Fixed said => voices.SelectMany(voice => Sources(voice, said.Phrase)),
        Speech.Announced announced => voices.SelectMany(voice => announced.Announcement.Sayings.Where(saying => saying.Voice == voice)).SelectMany(Sources),
        _ => throw new UnreachableException(),
    };

    IEnumerable<Func<CancellationToken, Task<SoundClip>>> Sources(VoiceTag voice, Phrase phrase)
    {
        if (packs.Value.Packs.FirstOrDefault(pack => pack.Voice == voice)?.FileOf(phrase) is { } file && File.Exists(file))
            yield return Recorded(file);
        if (Synthesis.Of(voice) is { } synthesis)
            yield return cancel => espeak.ReadAsync(synthesis.Voice, synthesis.WordsOf(PhraseTable.WordsOf(phrase)), cancel);
    }

    IEnumerable<Func<CancellationToken, Task<SoundClip>>> Sources(Saying saying)
    {
        if (saying is Saying.Recorded recorded)
            yield return Recorded(recorded.File);
        if (saying is Saying.Written written && Synthesis.Of(saying.Voice) is { } synthesis)
            yield return cancel => espeak.ReadAsync(synthesis.Voice, written.Text, cancel);
    }

    static Func<CancellationToken, Task<SoundClip>> Recorded(string file) => cancel => Task.Run(() => WavFile.ReadFile(file), cancel);

    void Keep(Speech speech, SoundClip clip)
    {
        missing.Remove(speech);
        if (speech is not Speech.Fixed || keptBytes + clip.Pcm.Length > MostKept)
            return;
        kept.Add(speech, clip);
        keptBytes += clip.Pcm.Length;
    }

    static string NameOf(Speech speech) => speech switch
    {
        Speech.Fixed said => WireName<Phrase>.Of(said.Phrase),
        Speech.Announced announced => FormattableString.Invariant($"announcement {announced.Announcement.Number}"),
        _ => "",
    };
}
