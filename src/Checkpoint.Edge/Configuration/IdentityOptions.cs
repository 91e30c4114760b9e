using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Device</c>: which box this is.</summary>
sealed class IdentityOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Device";

    /// <summary>Name of the box, its identity at the broker: 1–32 of a–z, 0–9 and '-'. No default.</summary>
    [Required]
    [RegularExpression("[a-z0-9][a-z0-9-]{0,31}")]
    public string? Id { get; set; }
}
