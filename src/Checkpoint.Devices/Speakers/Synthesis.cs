using Checkpoint.Signals;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>A language that espeak-ng speaks well enough to be understood.</summary>
/// <param name="Voice">espeak-ng's name of it.</param>
/// <param name="WordsOf">Which of two words it reads.</param>
sealed record Synthesis(string Voice, Func<Words, string> WordsOf)
{
    // "cmn" of espeak-ng 1.51, as Debian has it, reads 行 as "xing two" in English (espeak-ng issue 1236); this one reads its own pinyin.
    static readonly Synthesis Mandarin = new("cmn-latn-pinyin", words => words.Chinese);
    static readonly Synthesis Cantonese = new("yue", words => words.Chinese);
    static readonly Synthesis English = new("en-gb", words => words.English);

    /// <summary>The one for a voice; null if there is none: a dialect is spoken by its own people, and what espeak-ng calls Hakka spells each character.</summary>
    public static Synthesis? Of(VoiceTag voice) => (voice.IsPrivate, voice.Language) switch
    {
        (true, _) => null,
        (_, "zh") when IsOfHongKong(voice) => Cantonese,
        (_, "zh" or "cmn") => Mandarin,
        (_, "yue") => Cantonese,
        (_, "en") => English,
        _ => null,
    };

    static bool IsOfHongKong(VoiceTag voice) => voice.Value.Split('-').Skip(1)
        .Any(part => part.Equals("HK", StringComparison.OrdinalIgnoreCase) || part.Equals("MO", StringComparison.OrdinalIgnoreCase) || part.Equals("yue", StringComparison.OrdinalIgnoreCase));
}
