using System.Collections.Immutable;
using Checkpoint.Carrying;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Carrying;

public sealed class CarryQrTests : StickFixture
{
    [Fact]
    public void The_texts_make_a_file_of_the_last_days_entries()
    {
        using var journal = Write(300, released: 20);

        CarryCommand.Run(Folder.Path, Words, (configuration, output) => CarryQr.Run(configuration, pictures: null, output, TextWriter.Null)).ShouldBe(0);

        Join(Words.ToString().Split('\n')).Records.Select(record => record.Hash).ShouldBe(journal.Read(new(21, 300)).Select(record => record.Hash));
    }

    [Fact]
    public void The_pictures_are_read_by_the_boxs_own_decoder()
    {
        Assert.SkipUnless(ZxingDecoder.IsInstalled || ZbarDecoder.IsInstalled, "no library for QR codes");
        using var journal = Write(120);
        CarryCommand.Run(Folder.Path, Words, (configuration, output) => CarryQr.Run(configuration, Stick, output, TextWriter.Null)).ShouldBe(0);
        using var decoder = QrDecoders.Open();

        var read = Directory.GetFiles(Stick, "*.png").Select(GreyPng.ReadFile).Select(picture => decoder.Decode(picture).ShouldNotBeNull());

        Join(read.Select(symbol => System.Text.Encoding.ASCII.GetString(symbol.Bytes.Span))).Records.Length.ShouldBe(120);
    }

    [Fact]
    public void Entries_of_the_day_before_are_left_to_the_stick()
    {
        using var journal = Journaling.Journal.Open(Folder.Journal, Some.Device);
        for (var day = 0; day < 3; day++)
            journal.Append(Some.Record(day + 1), boot => Some.Entry().Stamp with { Boot = boot, Wall = Some.Moment.AddHours(18 * day) });
        using var key = County.NewKey();

        var made = LastDayCodes.Make(new(1, 3), journal.Read, key);

        (made.Entries, made.Older).ShouldBe((2, 1));
    }

    [Fact]
    public void Where_nothing_waits_there_are_no_codes()
    {
        using var journal = Write(3, released: 3);
        using var key = County.NewKey();

        LastDayCodes.Make(new(4, 3), journal.Read, key).Codes.ShouldBeEmpty();
    }

    [Fact]
    public void More_than_a_sequence_holds_is_cut_down_to_the_newest()
    {
        var noise = new Dice(2);
        var records = Enumerable.Range(1, 1000).Select(seq => new WireRecord(
            new(Some.Device, Some.Epoch, seq),
            System.Text.Encoding.ASCII.GetBytes($$"""{"clock":"synced","device":"{{Some.Device}}","epoch":"{{Some.Epoch}}","noise":"{{Convert.ToHexString(noise.Bytes(1000))}}","seq":{{seq}},"time":"2022-04-01T00:02:03.456Z"}"""),
            default)).ToList();
        using var key = County.NewKey();

        var made = LastDayCodes.Make(new(1, 1000), range => records[((int)range.First - 1)..(int)range.Last], key);

        made.Codes.Length.ShouldBeInRange(100, CarryCode.MaxOf);
        made.Older.ShouldBe(1000 - made.Entries);
    }

    static RecordsFile Join(IEnumerable<string> texts)
    {
        var set = texts.Select(CarryCode.TryRead).OfType<CarryCode>().Aggregate(ImmutableArray<ScannedCodes>.Empty, ScannedCodes.Take).ShouldHaveSingleItem();
        return RecordsFile.TryRead(set.TryJoin().ShouldNotBeNull(), out _).ShouldNotBeNull();
    }
}
