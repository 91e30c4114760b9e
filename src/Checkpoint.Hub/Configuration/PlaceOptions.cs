using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hub.Configuration;

/// <summary>One of <c>Fleet:Places</c>: boxes that see the same people.</summary>
sealed class PlaceOptions
{
    /// <summary>Boxes of one place at most.</summary>
    public const int MaxDevices = 64;

    /// <summary>Names of the boxes, 2 … 64 of them, each one of <c>Fleet:Devices</c>. Required.</summary>
    [Length(2, MaxDevices), RegularExpression("[a-z0-9][a-z0-9-]{0,31}")]
    public IReadOnlyList<string> Devices { get; set; } = [];
}
