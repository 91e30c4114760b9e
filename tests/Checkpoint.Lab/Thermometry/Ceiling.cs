namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// What no honest fit can be expected to pass: a straight line through the readings, their spread and the air that has seen the labels of
/// the very people it ranks (Fisher's discriminant). A bar above it asks for more than the numbers hold.
/// </summary>
static class Ceiling
{
    /// <summary>Its area under the curve for an oral temperature of 37.5 °C.</summary>
    public static double Area(IEnumerable<FacePerson> people, FaceTier tier)
    {
        var seen = people.Where(person => person.Readings[tier.Columns].Length > 0).ToArray();
        var rows = seen.Select(person => Row(person, tier)).ToArray();
        var weights = LeastSquares.Fit(rows, [.. seen.Select(person => IsFever(person) ? 1.0 : 0)]);
        var scores = rows.Select(row => row.Zip(weights, (value, weight) => value * weight).Sum()).ToArray();
        var ranked = seen.Zip(scores, (person, score) => (Fever: IsFever(person), Score: score)).ToArray();
        return Roc.Area(ranked.Where(one => one.Fever).Select(one => one.Score), ranked.Where(one => !one.Fever).Select(one => one.Score));
    }

    static double[] Row(FacePerson person, FaceTier tier)
    {
        var readings = person.Readings[tier.Columns].Select(reading => reading.Celsius - 35).ToArray();
        return [1, readings.Max(), readings.Average(), readings.Min(), person.Air.Celsius - 24];
    }

    static bool IsFever(FacePerson person) => person.Oral.Hundredths >= ModelFit.Fever;
}
