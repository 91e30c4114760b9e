using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>Configuration section <c>Devices:Speaker</c>: the loudspeaker, and who speaks.</summary>
public sealed partial class SpeakerOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Devices:Speaker";

    /// <summary>The most voices.</summary>
    public const int MostVoices = 8;

    /// <summary>How it is reached: <c>none</c> or <c>alsa</c>. Default none: the gate is silent but for its buzzer.</summary>
    public SpeakerKind Kind { get; set; }

    /// <summary>ALSA's name of it, such as <c>plughw:CARD=Device</c>; <c>devices list</c> says which there are. Default <c>default</c>.</summary>
    public string Device { get; set; } = "default";

    /// <summary>How loud, 0 … 100; 50 sounds about half as loud. Default 80. The sound card's own volume is left as it is.</summary>
    [Range(0, 100)]
    public int Volume { get; set; } = 80;

    /// <summary>
    /// Who speaks, by language tag, 1 to 8: a phrase is said by the first voice that has a recording of it or can be synthesised. Default
    /// <c>zh-CN</c>, then <c>en</c>.
    /// </summary>
    public IReadOnlyList<string> Voices { get; set; } = ["zh-CN", "en"];

    /// <summary>Folder of voice packs, each a folder with <c>voice.json</c> and recordings; it need not exist. Default <c>/etc/checkpoint/edge/voices</c>.</summary>
    public string Packs { get; set; } = "/etc/checkpoint/edge/voices";

    /// <summary>How fast a synthesised voice speaks, in words a minute, 80 … 300. Default 150: old ears and an echo.</summary>
    [Range(80, 300)]
    public int WordsPerMinute { get; set; } = 150;

    /// <summary>Who speaks, in order.</summary>
    internal IEnumerable<VoiceTag> Tags => Voices.Select(VoiceTag.Parse);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Kind))
            yield return Problem(nameof(Kind), Kind, "none or alsa");
        if (!DeviceName().IsMatch(Device))
            yield return Problem(nameof(Device), Device, "a name of ALSA's such as default or plughw:CARD=Device");
        if (!Packs.StartsWith('/'))
            yield return Problem(nameof(Packs), Packs, "a folder's path that starts with /");
        if (Voices.Count is 0 or > MostVoices)
            yield return Problem(nameof(Voices), Voices.Count, $"1 to {MostVoices} voices");
        for (var i = 0; i < Voices.Count; i++)
        {
            if (!VoiceTag.TryParse(Voices[i], out _))
                yield return Problem($"{nameof(Voices)}:{i}", Voices[i], "a language tag such as zh-CN, en, yue or zh-x-henan");
            else if (Voices.Take(i).Contains(Voices[i], StringComparer.OrdinalIgnoreCase))
                yield return Problem($"{nameof(Voices)}:{i}", Voices[i], "each voice once");
        }
    }

    static ValidationResult Problem(string key, object? value, string expected) =>
        new($"{Section}:{key} is \"{value}\"; expected {expected}.", [key]);

    // What ALSA makes a definition of, such as one that writes files, does not fit.
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_:,.=-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeviceName();
}
