using System.Globalization;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>What a tier's judgements come to, printed and held against what is asked.</summary>
/// <param name="report">Takes the lines.</param>
/// <param name="tier">What was seen.</param>
sealed class Bars(Report report, FaceTier tier)
{
    static readonly int[] Lines = [37_30, 37_50, 38_00];

    /// <summary>The area under the curve for each line; asked for the middle one.</summary>
    public void Areas(IReadOnlyCollection<JudgedFace> judged)
    {
        foreach (var line in Lines)
        {
            var (fevers, healthy) = Scores(judged, line);
            var text = Text($"{tier.Name} AUC oral >= {line / 100.0:0.0}: {Roc.Area(fevers, healthy):0.0000}  ({fevers.Length} of {judged.Count} people)");
            if (line == ModelFit.Fever)
                report.Check(Roc.Area(fevers, healthy) >= tier.LeastAuc, Text($"{text}, asked {tier.LeastAuc:0.000}"));
            else
                Report.Note(text);
        }
    }

    /// <summary>How much more there is to be had from the same numbers.</summary>
    /// <param name="area">The area that is reached by looking at the labels of the very people who are judged.</param>
    public void Ceiling(double area) => Report.Note(Text(
        $"{tier.Name} AUC oral >= 37.5 of the best straight line through readings, spread and air, fitted on the judged themselves: {area:0.0000}"));

    /// <summary>Sensitivity and specificity where the product works.</summary>
    public void OperatingPoint(IReadOnlyCollection<JudgedFace> judged)
    {
        var (sensitivity, specificity) = Rates(judged, ModelFit.Fever);
        report.Check(specificity is >= 0.88 and <= 0.93, Text($"{tier.Name} Sp at the line {specificity:0.000}, asked 0.88 to 0.93"));
        report.Check(sensitivity >= tier.LeastSensitivity, Text($"{tier.Name} Se at the line {sensitivity:0.000} for oral >= 37.5, asked {tier.LeastSensitivity:0.00}"));
        foreach (var line in Lines)
        {
            var (se, sp) = Rates(judged, line);
            Report.Note(Text($"{tier.Name} at the line, oral >= {line / 100.0:0.0}: Se {se:0.000} Sp {sp:0.000}"));
        }

        Report.Note(Text(
            $"{tier.Name} first measurement: pass {Of<Screening.Pass>(judged):0.000}, recheck {Of<Screening.Recheck>(judged):0.000}, too cold or hot {Of<Screening.Invalid>(judged):0.000} (of them fevers: {judged.Count(face => face is { First: Screening.Invalid } && face.IsFever(ModelFit.Fever))})"));
    }

    /// <summary>How well the estimate does, and how often its interval holds the reference.</summary>
    public void Estimate(IReadOnlyCollection<JudgedFace> judged)
    {
        var error = judged.Average(face => Math.Abs(face.Estimate.Value.Hundredths - face.Person.Oral.Hundredths)) / 100;
        var width = judged.Average(face => face.Estimate.High.Hundredths - face.Estimate.Low.Hundredths) / 100;
        var covered = Roc.Share(judged, face => face.Estimate.Covers(face.Person.Oral));
        Report.Note(Text($"{tier.Name} estimate: MAE {error:0.000} °C, interval {width:0.00} °C wide"));
        report.Check(covered is >= 0.93 and <= 0.97, Text($"{tier.Name} 95 % interval covers {covered:0.000}, asked 0.93 to 0.97"));
    }

    /// <summary>The same point for parts of the people.</summary>
    public void Groups(IReadOnlyCollection<JudgedFace> judged)
    {
        foreach (var column in judged.First().Person.Groups.Keys)
        {
            foreach (var group in judged.GroupBy(face => face.Person.Groups[column], StringComparer.Ordinal).OrderByDescending(group => group.Count()))
            {
                var (se, sp) = Rates([.. group], ModelFit.Fever);
                Report.Note(Text($"{tier.Name} {column,-10} {Name(group.Key),-34} {group.Count(),5} people {group.Count(face => face.IsFever(ModelFit.Fever)),4} fevers  Se {se:0.000} Sp {sp:0.000}"));
            }
        }
    }

    /// <summary>Against the averaging mode, at its own specificity.</summary>
    public void AgainstAveraging(IReadOnlyCollection<JudgedFace> judged)
    {
        var alarms = AveragingMode.Alarms(judged.Select(face => Seen(face).Celsius).ToList());
        var both = judged.Zip(alarms, (face, alarm) => (face, alarm)).ToList();
        foreach (var line in Lines.Where(line => line >= ModelFit.Fever))
        {
            var theirs = Roc.Share(both.Where(one => one.face.IsFever(line)), one => one.alarm);
            var specificity = Roc.Share(both.Where(one => !one.face.IsFever(line)), one => !one.alarm);
            var (fevers, healthy) = Scores(judged, line);
            var ours = Roc.SensitivityAt(specificity, fevers, healthy);
            report.Check(ours > theirs, Text($"{tier.Name} oral >= {line / 100.0:0.0} at Sp {specificity:0.000}: Se {ours:0.000}, the averaging mode {theirs:0.000}"));
        }
    }

    /// <summary>Fevers' and healthy people's scores.</summary>
    public static (double[] Fevers, double[] Healthy) Scores(IReadOnlyCollection<JudgedFace> judged, int line) => (
        [.. judged.Where(face => face.IsFever(line)).Select(face => face.Score)],
        [.. judged.Where(face => !face.IsFever(line)).Select(face => face.Score)]);

    /// <summary>Sensitivity and specificity of the referral.</summary>
    public static (double Sensitivity, double Specificity) Rates(IReadOnlyCollection<JudgedFace> judged, int line) => (
        Roc.Share(judged.Where(face => face.IsFever(line)), face => face.IsReferred),
        Roc.Share(judged.Where(face => !face.IsFever(line)), face => !face.IsReferred));

    Sensing.SurfaceTemperature Seen(JudgedFace face) =>
        ScreeningModel.For(tier.Sight).Combine(face.Person.Readings[tier.Columns], face.Person.Air).Surface;

    static double Of<T>(IEnumerable<JudgedFace> judged) where T : Screening => Roc.Share(judged, face => face.First is T);

    static string Name(string group) => group.Length == 0 ? "not said" : group;

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
