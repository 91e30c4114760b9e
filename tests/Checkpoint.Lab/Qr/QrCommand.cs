using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Checkpoint.Devices;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Qr;

/// <summary>
/// <c>qr MANIFEST</c>: how many codes our decoder reads beside the bare library on the same frames in the same run, what it reads wrong,
/// and what it costs. A picture is shown until it is read, at most once in each way of looking, as a gate sees a code held still.
/// </summary>
static class QrCommand
{
    const string Zxing = "zxing";
    const string Zbar = "zbar";
    const int WarmUp = 8;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var manifest = new Argument<FileInfo>("MANIFEST") { Description = "CSV with the columns path, set, kind, expected_text and expected_hex." };
        var decoder = new Option<string>("--decoder") { Description = "The library; the better one that is installed, if not given." };
        decoder.AcceptOnlyFromAmong(Zxing, Zbar);
        var command = new Command("qr", "Count and time the reading of codes.") { manifest, decoder };
        command.SetAction((arguments, cancel) => RunAsync(
            arguments.GetRequiredValue(manifest).FullName,
            arguments.GetValue(decoder) ?? (ZxingDecoder.IsInstalled ? Zxing : Zbar),
            cancel));
        return command;
    }

    static async Task<int> RunAsync(string manifest, string name, CancellationToken cancel)
    {
        var report = new Report();
        var pictures = QrManifest.Read(manifest);
        using var bare = Open(name);
        using var ours = string.Equals(name, Zxing, StringComparison.Ordinal) ? QrDecoders.OpenZxing() : QrDecoders.OpenZbar();
        Report.Note($"{ours.Name}; {pictures.Count} pictures; each shown up to {ours.Turns} times");

        var gate = new QrGate(bare, ours, new(pictures));
        foreach (var picture in pictures.Take(WarmUp))
            _ = new QrGate(bare, ours, new(pictures)).Show(picture);
        var table = new QrTable([.. pictures.Select(gate.Show)]);
        Print(table, gate);

        if (string.Equals(name, Zxing, StringComparison.Ordinal))
            CheckZxing(report, table);
        else
            CheckZbar(report, table, await AppendedAsync(ours, cancel));
        CheckBoth(report, table, gate, isZxing: string.Equals(name, Zxing, StringComparison.Ordinal));
        return report.Close();
    }

    static IQrDecoder Open(string name) => string.Equals(name, Zxing, StringComparison.Ordinal) ? new ZxingDecoder() : new ZbarDecoder();

    static void Print(QrTable table, QrGate gate)
    {
        foreach (var line in table.Lines())
            Report.Note(line);
        foreach (var showing in table.Codes.Where(s => s.Ours != QrOutcome.Right))
            Report.Note($"{showing.Ours}: {showing.Picture.Name}{(showing.Bare == QrOutcome.Right ? " (the bare library read it)" : "")}");
        Report.Note($"processor time, frames with a code: {gate.WithCode}");
        Report.Note($"processor time, frames without: {gate.WithoutCode}");
        using var self = Process.GetCurrentProcess();
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"memory: {self.WorkingSet64 >> 20} MB now, {self.PeakWorkingSet64 >> 20} MB at most, pictures and both decoders in it"));
    }

    static void CheckZxing(Report report, QrTable table)
    {
        Gain(report, table.Public, 2, "photographs");
        Least(report, table.Synthetic, 94, "painted codes");
        Least(report, table.LightOnDark, 100, "light on dark");
        Least(report, table.LargeEnough, 100, "modules of 2 pixels and more");
    }

    static void CheckZbar(Report report, QrTable table, int parts)
    {
        Gain(report, table.Codes, 5, "all codes");
        report.Check(parts > 1, $"{parts} parts of a structured-append set shown, none of them read as a whole code, and the decoder lives");
    }

    static void CheckBoth(Report report, QrTable table, QrGate gate, bool isZxing)
    {
        var wrong = table.Codes.Count(s => s.Ours == QrOutcome.Wrong);
        report.Check(wrong == 0, $"{wrong} of {table.Codes.Count} codes read wrong, expected 0");
        if (table.Empty.Count == 0)
            return;
        var seen = table.Empty.Count(s => s.Ours != QrOutcome.Missed);
        report.Check(seen == 0, $"{seen} codes seen in {table.Empty.Count} pictures without one, expected 0");
        report.Check(gate.Garbage == 0, $"{gate.Garbage} bytes allocated on frames without a code, expected 0");
        var ratio = string.Create(CultureInfo.InvariantCulture, $"a frame without a code costs {gate.WithoutCode.Ratio:0.00} times the bare library's, over {gate.WithoutCode.Count} frames");
        if (isZxing)
            report.Check(gate.WithoutCode.Ratio <= 1.4, $"{ratio}, expected at most 1.4");
        else
            Report.Note(ratio);
    }

    static void Gain(Report report, IReadOnlyList<QrShowing> some, double points, string what)
    {
        if (some.Count == 0)
            return;
        var (bare, ours) = (QrTable.Rate(some, s => s.Bare), QrTable.Rate(some, s => s.Ours));
        report.Check(ours >= Math.Min(100, bare + points), string.Create(
            CultureInfo.InvariantCulture, $"{what}: {ours:0.0} % of {some.Count} read, bare {bare:0.0} %, expected {points} points more (or all)"));
    }

    static void Least(Report report, IReadOnlyList<QrShowing> some, double least, string what)
    {
        if (some.Count == 0)
            return;
        var (bare, ours) = (QrTable.Rate(some, s => s.Bare), QrTable.Rate(some, s => s.Ours));
        report.Check(ours >= least, string.Create(
            CultureInfo.InvariantCulture, $"{what}: {ours:0.0} % of {some.Count} read, bare {bare:0.0} %, expected {least} %"));
    }

    // How many parts were shown; 0 if one was taken for a whole code. An abort would be the end of this program, for all to see.
    static async Task<int> AppendedAsync(PatientDecoder decoder, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"part {i};")));
        using var made = Process.Start("qrencode", ["-S", "-v", "5", "-s", "6", "-o", folder["part.png"], text]);
        await made.WaitForExitAsync(cancel);
        var parts = Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(GreyPng.ReadFile).ToList();
        for (var look = 0; look < 3 * decoder.Turns; look++)
        {
            if (parts.Any(part => decoder.Decode(part) is { IsPart: false }))
                return 0;
        }

        return parts.Count;
    }
}
