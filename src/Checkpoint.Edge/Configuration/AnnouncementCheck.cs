using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Checkpoint.Devices.Speakers;
using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Edge.Configuration;

/// <summary>What is wrong with the settings of announcements, each named by its key, its value and its range.</summary>
static class AnnouncementCheck
{
    static readonly TimeSpan LongestApart = TimeSpan.FromHours(12);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The problems; none if the settings are good.</summary>
    public static IEnumerable<ValidationResult> ProblemsOf(AnnouncementOptions options)
    {
        if (options.Items.Count > AnnouncementSchedule.MostItems)
            yield return Problem("Items", options.Items.Count, $"at most {AnnouncementSchedule.MostItems} announcements");
        foreach (var problem in options.Items.SelectMany((item, number) => OfItem(item, Key("Items", number))))
            yield return problem;
    }

    /// <summary>What is wrong with them on a box that speaks with certain voices.</summary>
    public static IEnumerable<string> ProblemsWith(AnnouncementOptions options, SpeakerOptions speaker)
    {
        if (options.Items.Count > 0 && speaker.Kind == SpeakerKind.None)
            yield return $"{SpeakerOptions.Section}:{nameof(speaker.Kind)} = none: expected alsa, as {AnnouncementOptions.Section}:Items has announcements";
        for (var number = 0; number < options.Items.Count; number++)
        {
            if (!options.Items[number].Says.Any(says => speaker.Voices.Contains(says.Voice, StringComparer.OrdinalIgnoreCase)))
                yield return $"{AnnouncementOptions.Section}:{Key("Items", number)}:Says has no voice of this box: expected one of {string.Join(", ", speaker.Voices)}";
        }
    }

    static IEnumerable<ValidationResult> OfItem(AnnouncementItemOptions item, string key) =>
        OfTimes(item, key).Concat(OfDays(item, key)).Concat(OfVoices(item, key)).Concat(item.Says.SelectMany((says, number) => OfSaying(says, Key($"{key}:Says", number))));

    static IEnumerable<ValidationResult> OfTimes(AnnouncementItemOptions item, string key)
    {
        if ((item.Every is null) == (item.At.Count == 0))
            yield return Problem(key, item.Every is null ? "without At and Every" : "with At and Every", "one of them, such as 07:30 or 00:30:00");
        for (var i = 0; i < item.At.Count; i++)
        {
            if (AnnouncementItemOptions.ReadTime(item.At[i]) is null)
                yield return Problem(Key($"{key}:At", i), item.At[i], "a time of day as HH:mm");
        }

        if (item.Every is { } every && (every < AnnouncementItem.LeastApart || every > LongestApart))
            yield return Problem($"{key}:Every", every, $"{AnnouncementItem.LeastApart:c} to {LongestApart:c}");
        else if (!IsOfDay(item.From))
            yield return Problem($"{key}:From", item.From, "00:00:00 to 23:59:59");
        else if (!IsOfDay(item.Until))
            yield return Problem($"{key}:Until", item.Until, "00:00:00 to 23:59:59");
        else if (item.Times is { Length: > 0 } times && AnnouncementItem.LeastOf(times) < AnnouncementItem.LeastApart)
            yield return Problem($"{key}:At", AnnouncementItem.LeastOf(times), $"times that are {AnnouncementItem.LeastApart:c} apart or more, over midnight too");
        else if (item.Every is not null && item.Times.IsEmpty)
            yield return Problem($"{key}:Until", item.Until, "another time than From");
    }

    static IEnumerable<ValidationResult> OfDays(AnnouncementItemOptions item, string key) => item.Days
        .Where(day => AnnouncementItemOptions.ReadDay(day) is null)
        .Select(day => Problem($"{key}:Days", day, string.Join(", ", Enum.GetNames<DayOfWeek>())));

    static IEnumerable<ValidationResult> OfVoices(AnnouncementItemOptions item, string key)
    {
        if (item.Says.Count is 0 or > SpeakerOptions.MostVoices)
            yield return Problem($"{key}:Says", item.Says.Count, $"1 to {SpeakerOptions.MostVoices} of them, one for each voice");
        if (item.Says.GroupBy(says => says.Voice, StringComparer.OrdinalIgnoreCase).FirstOrDefault(says => says.Count() > 1) is { } twice)
            yield return Problem($"{key}:Says", twice.Key, "each voice once");
    }

    static IEnumerable<ValidationResult> OfSaying(SayingOptions says, string key)
    {
        if (!VoiceTag.TryParse(says.Voice, out _))
            yield return Problem($"{key}:Voice", says.Voice, "a language tag such as zh-CN");
        if (string.IsNullOrEmpty(says.Text) == string.IsNullOrEmpty(says.File))
            yield return Problem(key, "", "either Text or File");
        else if (says.File is { Length: > 0 } file && !file.StartsWith('/'))
            yield return Problem($"{key}:File", file, "a path that starts with /");
        else if (says.Text is { Length: > 0 } text && !IsReadable(text))
            yield return Problem($"{key}:Text", string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters"), $"1 to {Announcement.MaxText} characters, without [[ and control characters");
    }

    // Between double brackets espeak-ng reads sounds and not words.
    static bool IsReadable(string text) =>
        text.Length <= Announcement.MaxText && !text.Any(char.IsControl) && !text.Contains("[[", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(text);

    static bool IsOfDay(TimeSpan time) => time >= TimeSpan.Zero && time < Day;

    static string Key(string list, int number) => string.Create(CultureInfo.InvariantCulture, $"{list}:{number}");

    static ValidationResult Problem(string key, object? value, string expected) => new(
        string.Create(CultureInfo.InvariantCulture, $"{AnnouncementOptions.Section}:{key} is \"{value}\"; expected {expected}."), [key]);
}
