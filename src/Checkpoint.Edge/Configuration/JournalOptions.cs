using System.ComponentModel.DataAnnotations;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Journal</c>: where entries are written.</summary>
sealed class JournalOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Journal";

    /// <summary>The journal's file. Default /var/lib/checkpoint-edge/journal.db.</summary>
    [Required]
    public string Path { get; set; } = "/var/lib/checkpoint-edge/journal.db";

    /// <summary>
    /// Days that entries stay on the box as its local log after the hub has confirmed them. Default 30; 8 … 400: visits are counted over the
    /// seven days before.
    /// </summary>
    [Range(8, 400)]
    public int KeepDays { get; set; } = 30;

    /// <summary>How long confirmed entries stay, and how many at most: as many as 500 MB hold.</summary>
    public RetentionRule ToRetention() => new(TimeSpan.FromDays(KeepDays), MostEntries: 1_000_000);
}
