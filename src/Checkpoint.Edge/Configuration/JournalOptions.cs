using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Journal</c>: where entries are written.</summary>
sealed class JournalOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Journal";

    /// <summary>The journal's file. Default /var/lib/checkpoint-edge/journal.db.</summary>
    [Required]
    public string Path { get; set; } = "/var/lib/checkpoint-edge/journal.db";
}
