using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Checkpoint.Carrying;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Edge.Carrying;
using Checkpoint.Edge.Journaling;
using Checkpoint.Journaling;
using Checkpoint.Passes;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Carrying;

/// <summary>
/// <c>carry</c>: how many codes a day's entries take and how long they are shown, read back from their pictures by the box's own decoder; and how
/// large the files of a stick are.
/// </summary>
static class CarryLabCommand
{
    const double CodesPerSecond = 3;
    const int PeopleWithPasses = 600;
    const int StickEntries = 180_000; // 90 days at 2,000

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var entries = new Option<int>("--entries") { Description = "Entries of the day.", DefaultValueFactory = _ => 2000 };
        var command = new Command("carry", "Measure what is carried by codes and by stick.") { entries };
        command.SetAction(arguments => Run(arguments.GetValue(entries)));
        return command;
    }

    static int Run(int entries)
    {
        using var folder = new TempFolder();
        using var key = County.NewKey();
        using var journal = Journal.Open(folder["day.db"], Some.Device);
        var report = new Report();
        var dice = new Dice(2000);
        for (var i = 0; i < entries; i++)
            Append(journal, i, entries, dice);
        Codes(report, journal, entries, key);
        Stick(report, journal, entries, key);
        return report.Close();
    }

    static void Codes(Report report, Journal journal, int entries, ECDsa key)
    {
        var start = TimeProvider.System.GetTimestamp();
        var made = LastDayCodes.Make(new(1, entries), journal.Read, key);
        var took = TimeProvider.System.GetElapsedTime(start);
        Report.Note(Line($"{made.Entries} entries of {entries}: {made.Codes.Length} codes of version {CarryCode.QrVersion} at level L, made in {took.TotalMilliseconds:0} ms"));
        Report.Note(Line($"{made.Codes.Sum(code => code.Content.Length)} bytes, {(double)made.Codes.Sum(code => code.Content.Length) / made.Entries:0.0} an entry"));
        Report.Note(Line($"{made.Codes.Length / CodesPerSecond:0} s at {CodesPerSecond} codes a second, if none is missed"));

        using var decoder = QrDecoders.Open();
        start = TimeProvider.System.GetTimestamp();
        var read = made.Codes.Select(code => decoder.Decode(GreyPng.Read(CodePicture.Png(code, CodePicture.ScreenPixels)))).ToList();
        took = TimeProvider.System.GetElapsedTime(start);
        report.Check(read.TrueForAll(symbol => symbol is not null), Line($"every picture is read by {decoder.Name}, {took.TotalMilliseconds / read.Count:0} ms each with drawing"));
        var sets = read.Select(symbol => CarryCode.TryRead(System.Text.Encoding.ASCII.GetString(symbol!.Bytes.Span))!)
            .Aggregate(ImmutableArray<ScannedCodes>.Empty, ScannedCodes.Take);
        var file = sets is [var set] && set.TryJoin() is { } joined ? RecordsFile.TryRead(joined, out _) : null;
        report.Check(
            file is not null && file.Records.Select(record => record.Hash).SequenceEqual(journal.Read(new(made.Older + 1, entries)).Select(record => record.Hash)),
            "what was scanned is what the journal holds, link by link");
    }

    static void Stick(Report report, Journal journal, int entries, ECDsa key)
    {
        var start = TimeProvider.System.GetTimestamp();
        var file = RecordsFile.Sign([.. journal.Read(new(1, entries))], entries, key);
        var signed = TimeProvider.System.GetElapsedTime(start);
        start = TimeProvider.System.GetTimestamp();
        var isRead = RecordsFile.TryRead(file, out _) is not null;
        var read = TimeProvider.System.GetElapsedTime(start);
        report.Check(isRead, Line($"a file of {entries} entries: {file.Length} bytes, written in {signed.TotalMilliseconds:0} ms, read in {read.TotalMilliseconds:0} ms"));
        Report.Note(Line($"{StickEntries} entries, ninety days: {file.Length / (double)entries * StickEntries / 1e6:0.0} MB at that rate"));
    }

    // People, temperatures and moments as they come: what is regular would compress to nothing.
    static void Append(Journal journal, int number, int entries, Dice dice)
    {
        var at = Some.Moment.AddDays((double)number / entries).AddMilliseconds(dice.Roll(20_000));
        var facts = Some.Record().Facts with
        {
            Code = new(CodeOutcome.Valid, Some.Claims(((ulong)dice.Roll(PeopleWithPasses) * 0x1E3779B97F4A7UL) | 1)),
            Temperature = Some.Measured(33_00 + dice.Roll(400)),
            Direction = dice.Falls(50) ? Passages.Direction.Entry : Passages.Direction.Exit,
        };
        journal.Append(Some.Record(number + 1) with { Facts = facts }, boot => new(boot, at - Some.Moment, at, ClockQuality.Synced));
    }

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
