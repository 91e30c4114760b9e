using Checkpoint.Sensing;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// Fits what is known beforehand of one way to look. Labels are used here, in the laboratory, and nowhere else: the slope with the air is
/// taken beside the body's own temperature, because on warm afternoons people are warmer too.
/// </summary>
static class ModelFit
{
    /// <summary>An oral temperature from here on is a fever, hundredths of a °C.</summary>
    public const int Fever = 37_50;

    const double Specificity = 0.89; // of the line, on the people it is fitted on
    const double NormalScale = 1.4826; // from a median distance to one standard deviation
    const int Rounds = 4; // the line moves what is learned, and that the line

    /// <summary>Fits one.</summary>
    public static ScreeningModel From(IReadOnlyCollection<FacePerson> people, FaceTier tier)
    {
        var prior = Prior([.. people.Where(person => person.Readings[tier.Columns].Length > 0)], tier);
        var model = ScreeningModel.For(tier.Sight) with { Prior = prior, Line = 1 };
        var judged = new List<JudgedFace>();
        for (var round = 0; round < Rounds; round++)
        {
            judged = FaceRun.Through(model, FaceRun.AnyAir, tier, people);
            var healthy = judged.Where(face => !face.IsFever(Fever)).Select(face => face.Score).ToArray();
            model = model with { Line = OrderStatistics.Quantile(healthy, Specificity) };
        }

        return model with { Body = Body(judged) };
    }

    static BaselinePrior Prior(IReadOnlyList<FacePerson> people, FaceTier tier)
    {
        var model = ScreeningModel.For(tier.Sight);
        var surfaces = people.Select(person => model.Combine(person.Readings[tier.Columns], person.Air).Scored.Celsius).ToArray();
        var slope = LeastSquares.Fit([.. people.Select(person => new[] { 1, Over(person), person.Oral.Celsius - 37 })], surfaces)[1];
        var healthy = people.Zip(surfaces, (person, surface) => (person, Level: surface - (slope * Over(person))))
            .Where(one => one.person.Oral.Hundredths < Fever).Select(one => one.Level).ToArray();
        return new(OrderStatistics.Median(healthy), slope, NormalScale * OrderStatistics.MedianDistance(healthy));
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

    static double Over(FacePerson person) => person.Air.Celsius - Baseline.ReferenceAmbient;
}
