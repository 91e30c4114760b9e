using System.Collections.Immutable;
using Checkpoint.Scanning;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Sensing.Arrivals;

/// <summary>Who was asked to wait until their skin has come to rest. In memory only, and not for long.</summary>
public sealed record WaitingRoom
{
    /// <summary>People who are remembered; beyond it the one who has waited longest begins anew.</summary>
    public const int MostPeople = 64;

    /// <summary>How long somebody is remembered after their last measurement: twice the wait that is asked for twice.</summary>
    public static readonly TimeSpan Remembers = TimeSpan.FromMinutes(10);

    /// <summary>Nobody waits.</summary>
    public static WaitingRoom Empty { get; } = new();

    /// <summary>Who waits, the newest last.</summary>
    public ImmutableArray<Arrival> Arrivals { get; private init; } = [];

    /// <summary>What was measured of the bearer of this code; null if they do not wait, or came too late.</summary>
    public Acclimatisation? Find(CodeFingerprint code, TimeSpan now)
    {
        foreach (var arrival in Arrivals)
        {
            if (arrival.Code == code && !IsOver(arrival, now))
                return arrival.Skin;
        }

        return null;
    }

    /// <summary>Remembers somebody in place of what was known of them.</summary>
    public WaitingRoom Keep(Arrival arrival, TimeSpan now)
    {
        var others = Arrivals.RemoveAll(other => other.Code == arrival.Code || IsOver(other, now));
        return this with { Arrivals = (others.Length < MostPeople ? others : others.RemoveAt(0)).Add(arrival) };
    }

    /// <summary>Somebody waits no more.</summary>
    public WaitingRoom Without(CodeFingerprint code) =>
        Arrivals.Any(arrival => arrival.Code == code) ? this with { Arrivals = Arrivals.RemoveAll(arrival => arrival.Code == code) } : this;

    static bool IsOver(Arrival arrival, TimeSpan now) => arrival.Skin.Readings is not [.., TimedSurface last] || now - last.At > Remembers;
}
