using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Passes</c>: whose passes are trusted.</summary>
sealed class PassOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Passes";

    /// <summary>
    /// Folder of issuing keys: each file <c>KKKK.pem</c> holds the P-256 public key whose id is the four hexadecimal digits KKKK. No default.
    /// </summary>
    [Required]
    public string? Keys { get; set; }
}
