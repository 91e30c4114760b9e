using System.Collections.Immutable;
using System.Globalization;
using Checkpoint.Signals.Announcing;

namespace Checkpoint.Edge.Configuration;

/// <summary>One item of the configuration section <c>Announcements:Items</c>.</summary>
sealed class AnnouncementItemOptions
{
    /// <summary>What is said, once for each voice. Needed.</summary>
    public IReadOnlyList<SayingOptions> Says { get; set; } = [];

    /// <summary>Local times of day as HH:mm, at least 10 minutes apart. This or <see cref="Every"/> is needed.</summary>
    public IReadOnlyList<string> At { get; set; } = [];

    /// <summary>How far apart it is said between <see cref="From"/> and <see cref="Until"/>, 00:10:00 … 12:00:00.</summary>
    public TimeSpan? Every { get; set; }

    /// <summary>The first time, with <see cref="Every"/>; 00:00:00 … 23:59:59. Default 07:00.</summary>
    public TimeSpan From { get; set; } = new(7, 0, 0);

    /// <summary>Before this time, with <see cref="Every"/>; 00:00:00 … 23:59:59, over midnight if it is earlier. Default 21:00.</summary>
    public TimeSpan Until { get; set; } = new(21, 0, 0);

    /// <summary>Days of the week in English, such as <c>Monday</c>. Default none, which is every day.</summary>
    public IReadOnlyList<string> Days { get; set; } = [];

    /// <summary>The times of day, ascending; those that cannot be read are left out.</summary>
    internal ImmutableArray<TimeOnly> Times => Every is { } every
        ? [.. new DayHours(TimeOnly.FromTimeSpan(From), TimeOnly.FromTimeSpan(Until)).Steps(every).Order()]
        : [.. At.Select(text => ReadTime(text)).OfType<TimeOnly>().Order()];

    /// <summary>Reads a time of day; null if it is none.</summary>
    internal static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Reads a day of the week; null if it is none.</summary>
    internal static DayOfWeek? ReadDay(string text) =>
        Enum.GetValues<DayOfWeek>().Select(day => (DayOfWeek?)day).FirstOrDefault(day => string.Equals(day.ToString(), text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The item, once it has been checked.</summary>
    /// <param name="number">Its place.</param>
    internal AnnouncementItem ToItem(int number) => new(
        new(number, [.. Says.Select(says => says.ToSaying())]),
        Times,
        Days.Count == 0 ? [.. Enum.GetValues<DayOfWeek>()] : [.. Days.Select(ReadDay).OfType<DayOfWeek>()]);
}
