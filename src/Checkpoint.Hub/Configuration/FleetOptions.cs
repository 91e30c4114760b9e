using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Configuration;

/// <summary>Section <c>Fleet</c>: the boxes that belong here.</summary>
sealed class FleetOptions
{
    /// <summary>Boxes at most.</summary>
    public const int MaxDevices = 20_000;

    /// <summary>Names of the boxes, 1 … 20,000 of them; what any other box says is put aside. Required, no default.</summary>
    [Length(1, MaxDevices), RegularExpression("[a-z0-9][a-z0-9-]{0,31}")]
    public IReadOnlyList<string> Devices { get; set; } = [];

    /// <summary>The boxes.</summary>
    public FrozenSet<DeviceId> Ids() => Devices.Select(DeviceId.Parse).ToFrozenSet();
}
