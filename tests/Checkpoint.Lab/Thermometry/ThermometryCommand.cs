using System.CommandLine;
using System.Globalization;
using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary><c>thermometry CSV [--train CSV]</c>: the product's own screening on people whose oral temperature is known.</summary>
static class ThermometryCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("CSV") { Description = "Face readings with an oral reference, a row a person in the order they came." };
        var train = new Option<FileInfo?>("--train") { Description = "Fit on this file instead of on nine tenths of the other in turn." };
        var cold = LimitedOption.Create("--arrivals", "People simulated who come in from the cold.", 20_000, 100, 1_000_000);
        var command = new Command("thermometry", "Screen faces whose oral temperature is known, and people in from the cold.") { file, train, cold };
        command.SetAction(arguments =>
            Run(arguments.GetRequiredValue(file), arguments.GetValue(train), arguments.GetValue(cold)));
        return command;
    }

    static int Run(FileInfo file, FileInfo? train, int arrivals)
    {
        var report = new Report();
        var columns = FaceTier.All.Select(tier => tier.Columns).ToArray();
        var faces = Read(file, columns);
        var fitted = train is null ? null : Read(train, columns);
        Report.Note(train is null ? "each person judged by models fitted on the nine tenths without them" : "models fitted on the other file");
        foreach (var tier in FaceTier.All)
            Tier(report, tier, faces.People, fitted?.People);
        ColdArrivals.Print(report, arrivals);
        return report.Close();
    }

    static void Tier(Report report, FaceTier tier, IReadOnlyList<FacePerson> people, IReadOnlyList<FacePerson>? train)
    {
        var trial = new FaceTrial(people, train, tier);
        var judged = trial.Judge();
        var bars = new Bars(report, tier);
        bars.Areas(judged);
        bars.Ceiling(Ceiling.Area(people, tier));
        bars.OperatingPoint(judged);
        bars.Estimate(judged);
        bars.AgainstAveraging(judged);
        bars.Groups(judged);
        StressTable.Print(report, tier, trial, people.Count);
        Shipped(tier, people);
    }

    // What the program does out of its box, and what it would be given if this file were all there is to fit on.
    static void Shipped(FaceTier tier, IReadOnlyList<FacePerson> people)
    {
        var (se, sp) = Bars.Rates(FaceRun.Through(ScreeningModel.For(tier.Sight), new(), tier, people), ModelFit.Fever);
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"{tier.Name} with the numbers of the program itself: Se {se:0.000} Sp {sp:0.000}"));
        var (_, prior, share, line, body) = ModelFit.From(people, tier);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{tier.Name} fitted on all: level {prior.Level:0.00}, slope {prior.Slope:0.000}, scale {prior.Scale:0.000}, share {share:0.00}, line {line:0.00}, body {body.A:0.00} {body.B:0.00} {body.C:0.00} -{body.Below:0.00} +{body.Above:0.00}"));
    }

    static FaceFile Read(FileInfo file, string[] columns)
    {
        var faces = FaceFile.Read(file, columns);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture, $"{file.Name}: {faces.People.Count} people, {faces.LeftOut} rows left out, {faces.Missing} readings missing"));
        return faces;
    }
}
