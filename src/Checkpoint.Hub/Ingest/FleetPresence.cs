using System.Collections.Frozen;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>Which boxes are there, as they or the broker in their name last said. Thread-safe; as large as the fleet.</summary>
sealed class FleetPresence(IReadOnlySet<DeviceId> fleet)
{
    readonly FrozenDictionary<DeviceId, Box> boxes = fleet.ToFrozenDictionary(device => device, _ => new Box());

    /// <summary>Every box of the fleet, by name.</summary>
    public IEnumerable<DeviceId> Devices => boxes.Keys.OrderBy(device => device.Value, StringComparer.Ordinal);

    /// <summary>Whether a box is there; false too for one that has said nothing yet.</summary>
    public bool IsOnline(DeviceId device) => boxes.TryGetValue(device, out var box) && box.Word is { Online: true };

    /// <summary>When the hub last heard anything from a box, or null.</summary>
    public DateTimeOffset? LastHeard(DeviceId device) => boxes.TryGetValue(device, out var box) ? box.LastHeard?.Value : null;

    /// <summary>
    /// A box, or the broker in its name, says that it is there or gone. Gone counts only for the start that said it was there: the will of
    /// another start may come late, and a new journal counts its starts from 1 again.
    /// </summary>
    public void Say(DeviceId device, ConnectionState state)
    {
        if (boxes.TryGetValue(device, out var box) && (state.Online || box.Word is not { Online: true } word || state.Boot == word.Boot))
            box.Word = state;
    }

    /// <summary>Something came from a box.</summary>
    public void Hear(DeviceId device, DateTimeOffset now)
    {
        if (boxes.TryGetValue(device, out var box))
            box.LastHeard = new(now);
    }

    sealed class Box
    {
        volatile ConnectionState? word;
        volatile Instant? lastHeard;

        public ConnectionState? Word
        {
            get => word;
            set => word = value;
        }

        public Instant? LastHeard
        {
            get => lastHeard;
            set => lastHeard = value;
        }
    }

    // A reference, so that it is read and written whole.
    sealed record Instant(DateTimeOffset Value);
}
