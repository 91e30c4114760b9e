using System.Collections.Immutable;
using Checkpoint.Sensing.Sampling;

namespace Checkpoint.Sensing.Arrivals;

/// <summary>The measurements of one person who came in from the cold.</summary>
/// <param name="Rule">When they have come to rest.</param>
/// <param name="Readings">One a measurement, oldest first; the newest three count.</param>
public sealed record Acclimatisation(SettlingRule Rule, ImmutableArray<TimedSurface> Readings)
{
    const int MostReadings = 3;

    /// <summary>Just come in.</summary>
    public static Acclimatisation Begin(SettlingRule rule) => new(rule, []);

    /// <summary>Takes a measurement; one that comes sooner than the wait tells too little and is not kept.</summary>
    /// <param name="reading">When, and what was seen.</param>
    public Acclimatisation Add(TimedSurface reading)
    {
        if (Readings is [.., var last] && reading.At - last.At < Rule.Wait)
            return this;
        return this with { Readings = Readings.Length < MostReadings ? Readings.Add(reading) : Readings.RemoveAt(0).Add(reading) };
    }

    /// <summary>Whether no repeat is left: a clinical thermometer decides.</summary>
    public bool IsExhausted => Readings.Length > Rule.Repeats;

    /// <summary>Whether the skin has come to rest.</summary>
    public Settling Judge()
    {
        if (Readings.Length < 2)
            return Settling.Warming;
        var (before, last) = (Readings[^2], Readings[^1]);
        var rise = last.Surface.Hundredths - before.Surface.Hundredths;
        var left = Math.Min(BySlowest(Math.Abs(rise), last.At - before.At), Readings.Length < 3 ? double.MaxValue : ByThree());
        if (left <= Rule.MostError)
            return Settling.Settled;
        return rise < 0 ? Settling.Cooling : Settling.Warming;
    }

    // What is left at most if this skin is as slow as skin can be.
    double BySlowest(double rise, TimeSpan between) =>
        (rise + (Rule.Sureness * Rule.Noise * Math.Sqrt(2))) / (Math.Exp(between / Rule.SlowestSkin) - 1);

    // Two rises show how fast this skin is: what is left is a geometric series, last² / (first − last) when the waits are equal.
    double ByThree()
    {
        var first = (double)(Readings[^2].Surface.Hundredths - Readings[^3].Surface.Hundredths);
        var last = (double)(Readings[^1].Surface.Hundredths - Readings[^2].Surface.Hundredths);
        var (early, late) = (Readings[^2].At - Readings[^3].At, Readings[^1].At - Readings[^2].At);
        var slower = first - last;
        if (first * last <= 0 || first * slower <= 0 || late < early)
            return double.MaxValue; // no approach to a rest, or waits that the series does not hold for

        var byLast = last * ((2 * first) - last) / (slower * slower);
        var byFirst = last * last / (slower * slower);
        var doubt = Math.Sqrt((byFirst * byFirst) + ((byFirst + byLast) * (byFirst + byLast)) + (byLast * byLast));
        return Math.Abs(last * last / slower) + (Rule.Sureness * Rule.Noise * doubt);
    }
}
