using Checkpoint.Sensing;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// Fits what is known beforehand of one way to look. Labels are used here, in the laboratory, and nowhere else: the slope with the air and
/// the share of the spread are taken beside the body's own temperature, because on warm afternoons people are warmer too. Nothing else
/// is chosen by looking at a file: every constant has a reason that is written beside it.
/// </summary>
static class ModelFit
{
    /// <summary>An oral temperature from here on is a fever, hundredths of a °C.</summary>
    public const int Fever = 37_50;

    const double LeastSpecificity = 0.88; // asked on a camera never seen
    const double NormalScale = 1.4826; // from a median distance to one standard deviation
    const int Rounds = 4; // the line moves what is learned, and that the line

    /// <summary>Fits one.</summary>
    public static ScreeningModel From(IReadOnlyCollection<FacePerson> people, FaceTier tier)
    {
        var model = Start([.. people.Where(person => person.Readings[tier.Columns].Length > 0)], tier);
        var judged = new List<JudgedFace>();
        for (var round = 0; round < Rounds; round++)
        {
            judged = FaceRun.Through(model, FaceRun.AnyAir, tier, people);
            var healthy = judged.Where(face => !face.IsFever(Fever)).Select(face => face.Score).ToArray();
            model = model with { Line = OrderStatistics.Quantile(healthy, Specificity(healthy.Length)) };
        }

        return model with { Body = Body(judged) };
    }

    // As sensitive as the bar allows: one standard error over it, of the line's own fit and of as many people again.
    static double Specificity(int healthy) =>
        LeastSpecificity + Math.Sqrt(2 * LeastSpecificity * (1 - LeastSpecificity) / healthy);

    static ScreeningModel Start(IReadOnlyList<FacePerson> people, FaceTier tier)
    {
        var shipped = ScreeningModel.For(tier.Sight);
        var typical = people.Select(person => shipped.Typical(person.Readings[tier.Columns]) / 100).ToArray();
        var fit = LeastSquares.Fit(
            [.. people.Select(person => new[] { 1, Over(person), person.Oral.Celsius - 37, Spread(person, tier) })], typical);
        var model = shipped with { SpreadShare = -fit[3], Line = 1 };
        return model with { Prior = Prior([.. people.Where(person => person.Oral.Hundredths < Fever)], model, fit[1], tier) };
    }

    // The scale is that of the lower half, as the baseline learns it.
    static BaselinePrior Prior(IReadOnlyList<FacePerson> healthy, ScreeningModel model, double slope, FaceTier tier)
    {
        var levels = healthy.Select(person => model.Combine(person.Readings[tier.Columns], person.Air).Scored.Celsius - (slope * Over(person))).ToArray();
        var level = OrderStatistics.Median(levels);
        return new(level, slope, NormalScale * OrderStatistics.Median([.. levels.Where(one => one < level).Select(one => level - one)]));
    }

    static BodyModel Body(IReadOnlyList<JudgedFace> judged)
    {
        var oral = judged.Select(face => face.Person.Oral.Celsius).ToArray();
        var curve = LeastSquares.Fit([.. judged.Select(face => new[] { 1, face.Deviation, face.Deviation * face.Deviation })], oral);
        if (curve[2] <= 0 || curve[1] <= 0)
            curve = [.. LeastSquares.Fit([.. judged.Select(face => new[] { 1, face.Deviation })], oral), 0];
        var body = new BodyModel(curve[0], curve[1], curve[2], 0, 0);
        var left = judged.Select(face => face.Person.Oral.Celsius - body.At(face.Deviation)).ToArray();
        return body with { Below = -OrderStatistics.Quantile(left, 0.025), Above = OrderStatistics.Quantile(left, 0.975) };
    }

    static double Spread(FacePerson person, FaceTier tier) => ScreeningModel.Spread(person.Readings[tier.Columns]) / 100.0;

    static double Over(FacePerson person) => person.Air.Celsius - Baseline.ReferenceAmbient;
}
