using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// How people are judged by a model that has not seen them: fitted on another file, or on nine tenths of this one in turn. The baseline
/// walks through everybody in the order of the rows each time: it takes no labels.
/// </summary>
sealed class FaceTrial
{
    const int Folds = 10;
    readonly IReadOnlyList<FacePerson> people;
    readonly FaceTier tier;
    readonly List<ScreeningModel> models;

    /// <summary>Fits the models.</summary>
    /// <param name="people">Who is judged.</param>
    /// <param name="train">Who is fitted on; null is cross-validation.</param>
    /// <param name="tier">What is seen of them.</param>
    public FaceTrial(IReadOnlyList<FacePerson> people, IReadOnlyList<FacePerson>? train, FaceTier tier)
    {
        this.people = people;
        this.tier = tier;
        models = train is null
            ? [.. Enumerable.Range(0, Folds).Select(fold => ModelFit.From([.. people.Where((_, row) => row % Folds != fold)], tier))]
            : [ModelFit.From(train, tier)];
    }

    /// <summary>Judges everybody.</summary>
    /// <param name="slopeFactor">What the models' slope with the air is wrong by.</param>
    /// <param name="stress">What happens to each reading and to the air, by row; null is nothing.</param>
    public List<JudgedFace> Judge(double slopeFactor = 1, Func<FacePerson, int, FacePerson>? stress = null)
    {
        var shown = people.Select((person, row) => stress?.Invoke(person, row) ?? person).ToList();
        var fold = new Dictionary<FacePerson, int>(ReferenceEqualityComparer.Instance);
        for (var row = 0; row < shown.Count; row++)
            fold[shown[row]] = row % models.Count;
        return
        [
            .. models.SelectMany((model, number) => FaceRun.Through(Wrong(model, slopeFactor), FaceRun.AnyAir, tier, shown)
                .Where(face => fold[face.Person] == number)),
        ];
    }

    /// <summary>The mean slope of the models with the air, °C per °C.</summary>
    public double Slope => models.Average(model => model.Prior.Slope);

    static ScreeningModel Wrong(ScreeningModel model, double factor) =>
        model with { Prior = model.Prior with { Slope = model.Prior.Slope * factor } };
}
