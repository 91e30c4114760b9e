using System.ComponentModel.DataAnnotations;
using Checkpoint.Signals.Announcing;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Announcements</c>: what the loudspeaker announces while nobody is at the gate (宣传广播).</summary>
sealed class AnnouncementOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Announcements";

    /// <summary>Nothing is announced from this time of day on, 00:00:00 … 23:59:59. Default 21:00.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan QuietFrom { get; set; } = new(21, 0, 0);

    /// <summary>Until this one, which may be the next day's, 00:00:00 … 23:59:59; the same as the first for no quiet hours. Default 07:00.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan QuietUntil { get; set; } = new(7, 0, 0);

    /// <summary>The announcements, at most 32. Default none.</summary>
    public IReadOnlyList<AnnouncementItemOptions> Items { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => AnnouncementCheck.ProblemsOf(this);

    /// <summary>The schedule, once the options have been checked.</summary>
    public AnnouncementSchedule ToSchedule() =>
        new([.. Items.Select((item, number) => item.ToItem(number))], new(TimeOnly.FromTimeSpan(QuietFrom), TimeOnly.FromTimeSpan(QuietUntil)));
}
