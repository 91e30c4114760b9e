using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Edge.Options;

/// <summary>Configuration section <c>Web</c>: where the box answers on its own network.</summary>
sealed class WebOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Web";

    /// <summary>Address and port; port 0 takes a free one. Default http://127.0.0.1:8081.</summary>
    [Required]
    [ListenUrl]
    public string Listen { get; set; } = "http://127.0.0.1:8081";
}
