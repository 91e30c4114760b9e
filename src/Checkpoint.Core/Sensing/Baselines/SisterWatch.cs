namespace Checkpoint.Sensing.Baselines;

/// <summary>Watches a device's level against itself and its sisters: all see the same people, so what moves alone is an instrument.</summary>
public sealed record SisterWatch
{
    /// <summary>Farthest that a level may stand from where the calibration left it, hundredths of a °C. Default 20.</summary>
    public double MostMoved { get; init; } = 20;

    /// <summary>Farthest that a level may stand from the median of its sisters, hundredths of a °C. Default 20.</summary>
    public double MostApart { get; init; } = 20;

    /// <summary>People that a level must stand on before it is compared. Default <see cref="Ordinary.SettledPeople"/>.</summary>
    public int LeastPeople { get; init; } = Ordinary.SettledPeople;

    /// <summary>Judges one device.</summary>
    /// <param name="own">Its level now.</param>
    /// <param name="settledAt">Its level when it had seen enough people after its calibration, °C at the reference air; null if that is not known.</param>
    /// <param name="sisters">Levels of the devices at the same place and of the same kind, without itself.</param>
    public Drift Judge(DeviceLevel own, double? settledAt, IReadOnlyCollection<DeviceLevel> sisters)
    {
        if (own.People < LeastPeople)
            return Drift.Unknown;
        var known = sisters.Where(sister => sister.People >= LeastPeople).Select(sister => sister.Level).ToArray();
        var apart = known.Length > 0 && Hundredths(own.Level - OrderStatistics.Median(known)) > MostApart;
        var moved = settledAt is { } level && Hundredths(own.Level - level) > MostMoved;
        return (apart, moved) switch
        {
            (true, _) => Drift.ApartFromSisters,
            (false, true) when known.Length > 0 => Drift.PeopleMoved,
            (false, true) => Drift.Moved,
            _ => Drift.None,
        };
    }

    static double Hundredths(double celsius) => Math.Round(Math.Abs(celsius) * 100, 6);
}
