using Checkpoint.Sensing;
using Checkpoint.Sensing.Arrivals;
using Checkpoint.Sensing.Correcting;
using Checkpoint.Sensing.Sampling;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>Runs the product's own screening over people in the order they came, learning as a gate learns: from its own passes.</summary>
static class FaceRun
{
    /// <summary>A gate whose rules have no limits on the air: a stress moves it by more than any room is allowed to.</summary>
    public static ScreeningRule AnyAir { get; } = new()
    {
        AirFrom = AmbientTemperature.FromHundredths(-55_00),
        AirTo = AmbientTemperature.FromHundredths(150_00),
    };

    /// <summary>Everybody of whom there is a reading.</summary>
    public static List<JudgedFace> Through(ScreeningModel model, ScreeningRule rule, FaceTier tier, IEnumerable<FacePerson> people)
    {
        var screener = new Screener(model, rule);
        var baseline = screener.Begin();
        var judged = new List<JudgedFace>();
        foreach (var person in people.Where(person => person.Readings[tier.Columns].Length > 0))
        {
            var measurement = Measured(person, tier);
            var seen = model.Combine(measurement.Readings, person.Air);
            var first = screener.Screen(measurement, baseline);
            judged.Add(new(
                person,
                baseline.Score(seen.Scored, seen.Air),
                baseline.Deviation(seen.Scored, seen.Air),
                screener.Estimate(seen, baseline),
                first,
                screener.Screen(measurement with { IsLast = true }, baseline)));
            if (first is Screening.Pass pass)
                baseline = baseline.Learn(pass);
        }

        return judged;
    }

    static Measurement Measured(FacePerson person, FaceTier tier) => new(
        new SegmentResult.Steady(person.Readings[tier.Columns][0], Samples: 8, Scatter: 0, Slope: 0),
        [.. person.Readings[tier.Columns]],
        person.Air,
        Aim.Good,
        Readiness.Ready,
        Settling.Settled,
        IsLast: false);
}
