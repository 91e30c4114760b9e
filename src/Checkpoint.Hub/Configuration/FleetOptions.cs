using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Configuration;

/// <summary>Section <c>Fleet</c>: the boxes that belong here.</summary>
sealed class FleetOptions : IValidatableObject
{
    /// <summary>Boxes at most.</summary>
    public const int MaxDevices = 20_000;

    /// <summary>Names of the boxes, 1 … 20,000 of them; what any other box says is put aside. Required, no default.</summary>
    [Length(1, MaxDevices), RegularExpression("[a-z0-9][a-z0-9-]{0,31}")]
    public IReadOnlyList<string> Devices { get; set; } = [];

    /// <summary>
    /// Places with several boxes, which see the same people: a thermometer that moves alone is found out by its sisters. Default none.
    /// </summary>
    public IReadOnlyList<PlaceOptions> Places { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var box in Places.SelectMany(place => place.Devices))
        {
            if (!Devices.Contains(box, StringComparer.Ordinal))
                yield return new($"Fleet:{nameof(Places)} has the box \"{box}\"; expected one of Fleet:{nameof(Devices)}.", [nameof(Places)]);
            if (!placed.Add(box))
                yield return new($"Fleet:{nameof(Places)} has the box \"{box}\" twice; expected each box in one place at most.", [nameof(Places)]);
        }
    }

    /// <summary>The boxes of each place.</summary>
    public IReadOnlyList<FrozenSet<DeviceId>> ToPlaces() => [.. Places.Select(place => place.Devices.Select(DeviceId.Parse).ToFrozenSet())];

    /// <summary>The boxes.</summary>
    public FrozenSet<DeviceId> Ids() => Devices.Select(DeviceId.Parse).ToFrozenSet();
}
