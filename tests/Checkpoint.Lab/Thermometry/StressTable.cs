using System.Globalization;
using Checkpoint.Sensing;

namespace Checkpoint.Lab.Thermometry;

/// <summary>
/// What moving air and a moving instrument cost. Every reading takes a bias of ±0.8 °C that the air drives, a sine of 120 people; the air
/// is measured with 0.3 °C of noise; the instrument moves by 0.5 °C from the first person to the last.
/// </summary>
static class StressTable
{
    const double Ambient = 0.8;
    const double Instrument = 0.5;
    const double Noise = 0.3;
    const int Period = 120;
    const double Matched = 0.9; // sensitivities are compared where this share of the healthy passes

    /// <summary>Prints the table and checks what is asked of it.</summary>
    public static void Print(Report report, FaceTier tier, FaceTrial trial, int people)
    {
        var noise = SeededNoise.Normal(people);
        var still = Se(trial.Judge());
        Row(tier, "no drift", trial.Judge(), still);
        Row(tier, "noise on the air alone", trial.Judge(stress: Stress(0, 0)), still);
        Row(tier, "ambient +-0.8", trial.Judge(stress: Stress(Ambient, 0)), still);
        Ask(Row(tier, "ambient +-0.8, instrument +0.5", trial.Judge(stress: Stress(Ambient, Instrument)), still), 0.02);
        Ask(Row(tier, "ambient +-0.8, instrument -0.5", trial.Judge(stress: Stress(Ambient, -Instrument)), still), 0.02);
        Ask(Row(tier, "both, slope 50 % too steep", trial.Judge(1.5, Stress(Ambient, Instrument)), still), 0.07);
        Ask(Row(tier, "both, slope 50 % too flat", trial.Judge(0.5, Stress(Ambient, Instrument)), still), 0.07);

        Func<FacePerson, int, FacePerson> Stress(double ambient, double instrument) => (person, row) =>
        {
            var bias = ambient * Math.Sin(2 * Math.PI * row / Period);
            var moved = person.Readings.ToDictionary(
                one => one.Key, one => one.Value.Select(reading => Moved(reading, bias + (instrument * row / people))).ToArray(), StringComparer.Ordinal);
            var air = person.Air.Hundredths + (100 * ((bias / trial.Slope) + (Noise * noise[row])));
            return person with { Readings = moved, Air = AmbientTemperature.FromHundredths((int)Math.Clamp(Math.Round(air), -55_00, 150_00)) };
        };

        void Ask((string Name, double Lost) row, double most) => report.Check(
            row.Lost <= most, string.Create(CultureInfo.InvariantCulture, $"{tier.Name} {row.Name}: {100 * row.Lost:0.0} points of Se lost, at most {100 * most:0}"));
    }

    static (string Name, double Lost) Row(FaceTier tier, string name, List<JudgedFace> judged, double still)
    {
        var (se, sp) = Bars.Rates(judged, ModelFit.Fever);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture, $"{tier.Name} {name,-32} Se at Sp {Matched:0.00}: {Se(judged):0.000}   at the line as shipped: Se {se:0.000} Sp {sp:0.000}"));
        return (name, Math.Round(still - Se(judged), 6));
    }

    static double Se(List<JudgedFace> judged)
    {
        var (fevers, healthy) = Bars.Scores(judged, ModelFit.Fever);
        return Roc.SensitivityAt(Matched, fevers, healthy);
    }

    static SurfaceTemperature Moved(SurfaceTemperature reading, double celsius) =>
        SurfaceTemperature.FromHundredths(reading.Hundredths + (int)Math.Round(100 * celsius));
}
