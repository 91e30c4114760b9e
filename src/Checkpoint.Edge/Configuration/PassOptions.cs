using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Passes</c>: whose word counts, and which passes this checkpoint takes.</summary>
sealed class PassOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Passes";

    /// <summary>The county's root key, the public one, a PEM file: all lists are signed under it. No default.</summary>
    [Required]
    public string? Root { get; set; }

    /// <summary>Folder of signed lists (<c>*.jws</c>) that the installation brings; looked at again every 5 s. Default none.</summary>
    public string? Bundles { get; set; }

    /// <summary>Where lists that were taken are kept. Default the folder <c>lists</c> beside the journal.</summary>
    public string? Store { get; set; }

    /// <summary>Areas whose passes this checkpoint takes, 1 … 4294967295. Default all.</summary>
    [RegularExpression("[1-9][0-9]{0,8}|[1-3][0-9]{9}|4[0-1][0-9]{8}")]
    public IReadOnlyList<string> Areas { get; set; } = [];

    /// <summary>Classes that this checkpoint takes. Default all.</summary>
    [AllowedValues("resident", "returnee", "visitor", "worker", "volunteer", "emergency")]
    public IReadOnlyList<string> Classes { get; set; } = [];

    /// <summary>Which passes this checkpoint takes.</summary>
    public GateScope ToScope() => new(
        [.. Areas.Select(area => uint.Parse(area, CultureInfo.InvariantCulture))], [.. Classes.Select(WireName<PassClass>.Parse)]);
}
