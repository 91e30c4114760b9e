using System.Collections.Concurrent;
using System.Collections.Frozen;
using Checkpoint.Hub.Operations;
using Checkpoint.Journaling;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>
/// Holds the thermometers of a place against each other: they see the same people, so what moves alone is an instrument. Says so once, and once
/// when it is over. As large as the fleet. One writer, any readers.
/// </summary>
sealed class DriftWatch
{
    readonly SisterWatch rule = new();
    readonly FrozenDictionary<DeviceId, FrozenSet<DeviceId>> places;
    readonly ConcurrentDictionary<DeviceId, BoxLevel> levels = new();
    readonly ConcurrentDictionary<DeviceId, Drift> drifts = new();
    readonly ILogger<DriftWatch> log;

    /// <summary>Nothing is known yet.</summary>
    /// <param name="places">The boxes of each place.</param>
    /// <param name="metrics">Shows how many drift.</param>
    /// <param name="log">Told of each that begins or ends to.</param>
    public DriftWatch(IReadOnlyList<FrozenSet<DeviceId>> places, HubMetrics metrics, ILogger<DriftWatch> log)
    {
        this.places = places.SelectMany(place => place.Select(box => (box, place))).ToFrozenDictionary(pair => pair.box, pair => pair.place);
        this.log = log;
        metrics.All.Gauge("checkpoint_hub_drifting_thermometers", "Thermometers that have moved, alone or with no sister to ask.", () => Drifting);
    }

    /// <summary>Thermometers that somebody must calibrate.</summary>
    public int Drifting => drifts.Values.Count(NeedsSomebody);

    /// <summary>How a box's thermometer stands.</summary>
    public Drift Of(DeviceId device) => drifts.GetValueOrDefault(device);

    /// <summary>A box of the fleet tells its level.</summary>
    public void Take(DeviceId device, BoxLevel level)
    {
        levels[device] = level;
        Judge(device, level);
        foreach (var sister in SistersOf(device, level))
            Judge(sister, levels[sister]);
    }

    void Judge(DeviceId device, BoxLevel level)
    {
        var now = rule.Judge(level.Now, level.SettledAt, [.. SistersOf(device, level).Select(sister => levels[sister].Now)]);
        var before = Of(device);
        drifts[device] = now;
        if (now == before)
            return;
        if (NeedsSomebody(now))
            log.ThermometerDrifts(device, now, level.Now.Level);
        else if (NeedsSomebody(before))
            log.ThermometerBack(device, level.Now.Level);
    }

    IEnumerable<DeviceId> SistersOf(DeviceId device, BoxLevel level) => places.TryGetValue(device, out var place)
        ? place.Where(sister => sister != device && levels.TryGetValue(sister, out var known) && known.Sight == level.Sight)
        : [];

    static bool NeedsSomebody(Drift drift) => drift is Drift.ApartFromSisters or Drift.Moved;
}
