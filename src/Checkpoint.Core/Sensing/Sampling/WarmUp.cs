using System.Collections.Immutable;

namespace Checkpoint.Sensing.Sampling;

/// <summary>The thermometer's own temperature over the last minutes: while it drifts, every reading drifts with it.</summary>
/// <param name="Rule">When it is steady.</param>
/// <param name="SwitchedOn">When it began to be powered, monotonic.</param>
/// <param name="Die">Readings of the die, oldest first, at most <see cref="WarmUpRule.MostReadings"/>.</param>
public sealed record WarmUp(WarmUpRule Rule, TimeSpan SwitchedOn, ImmutableArray<TimedSurface> Die)
{
    /// <summary>Just switched on.</summary>
    public static WarmUp From(WarmUpRule rule, TimeSpan switchedOn) => new(rule, switchedOn, []);

    /// <summary>Takes a reading of the die; one that comes sooner than the spacing says nothing new.</summary>
    /// <param name="at">When, monotonic.</param>
    /// <param name="die">Its temperature.</param>
    public WarmUp Add(TimeSpan at, SurfaceTemperature die)
    {
        if (Die is [.., var last] && at - last.At < Rule.Spacing)
            return this;
        var recent = Die.RemoveAll(reading => at - reading.At > Rule.Window).Add(new(at, die));
        return this with { Die = recent.Length > WarmUpRule.MostReadings ? recent.RemoveAt(0) : recent };
    }

    /// <summary>How far it has come.</summary>
    /// <param name="at">Now, monotonic.</param>
    public Readiness At(TimeSpan at)
    {
        var on = at - SwitchedOn;
        if (on < Rule.Provisional || !IsSteady(at))
            return Readiness.WarmingUp;
        return on < Rule.Full ? Readiness.Provisional : Readiness.Ready;
    }

    // Between the means of an older and a newer half: the die is read in steps of 0.02 °C, and one step must not be a drift.
    bool IsSteady(TimeSpan at)
    {
        var recent = Die.RemoveAll(reading => at - reading.At > Rule.Window);
        if (recent.Length < 4 || recent[^1].At - recent[0].At < Rule.Window / 2)
            return false;
        var older = recent[..(recent.Length / 2)];
        var newer = recent[(recent.Length / 2)..];
        var minutes = newer.Average(reading => reading.At.TotalMinutes) - older.Average(reading => reading.At.TotalMinutes);
        var change = newer.Average(reading => reading.Surface.Hundredths) - older.Average(reading => reading.Surface.Hundredths);
        return Math.Abs(change) <= Rule.SteepestSlope * minutes;
    }
}
