using System.Collections.Immutable;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Golden;
using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Checkpoint.Carrying;

public sealed class RecordsFileTests
{
    static readonly IReadOnlyList<WireRecord> Journal = Some.Chain(60);

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        var read = Carried.Read(Carried.File(5));

        read.Records.Select(Carried.Of).ShouldBe(Some.Chain(5).Select(Carried.Of));
        (read.Header.Device, read.Header.Epoch, read.Header.Written, read.Header.Key).ShouldBe((Some.Device, Some.Epoch, 5, BoxKey.Of(Carried.Key)));
    }

    [Fact]
    public void Any_entries_with_any_holes_and_broken_links_come_back_the_same() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>(),
        seed =>
        {
            var records = Torn(new Dice(seed));
            var read = RecordsFile.Split(records).Select(part => Carried.Read(RecordsFile.Sign(part, 60, Carried.Key))).ToList();
            return read.SelectMany(file => file.Records).Select(Carried.Of).SequenceEqual(records.Select(Carried.Of))
                && read.SelectMany(file => file.Header.Numbers).Sum(range => range.Count) == records.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_run_begins_where_a_number_is_missing_and_where_a_link_does_not_follow()
    {
        ImmutableArray<WireRecord> records = [Journal[0], Journal[1], Journal[4], Journal[5] with { Hash = Journal[9].Hash }, Journal[6]];

        Carried.Read(Carried.File(records)).Header.Numbers.ShouldBe([new(1, 2), new(5, 5), new(6, 6), new(7, 7)]);
    }

    [Theory]
    [InlineData(RecordsHeader.MaxRuns, 1)]
    [InlineData(RecordsHeader.MaxRuns + 1, 2)]
    public void Entries_without_a_chain_are_cut_into_files_by_their_runs(int entries, int files) =>
        RecordsFile.Split(Enumerable.Range(0, entries).Select(i => Next(Journal[0], 2 * i))).Count().ShouldBe(files);

    [Theory]
    [InlineData(RecordsFile.MaxRecords, 1)]
    [InlineData(RecordsFile.MaxRecords + 1, 2)]
    public void A_long_journal_is_cut_into_files_of_ten_thousand(int entries, int files)
    {
        var link = EntryHash.Start;

        var parts = RecordsFile.Split(Enumerable.Range(1, entries).Select(seq =>
            new WireRecord(new(Some.Device, Some.Epoch, seq), "{}"u8.ToArray(), link = link.Next("{}"u8)))).ToList();

        parts.Count.ShouldBe(files);
        parts.Sum(part => part.Length).ShouldBe(entries);
    }

    [Fact]
    public void Large_entries_are_cut_into_files_by_their_bytes()
    {
        var large = Enumerable.Range(1, 1030).Select(seq => new WireRecord(
            new(Some.Device, Some.Epoch, seq), Encoding.ASCII.GetBytes($$"""{"x":"{{new string('x', 4080)}}"}"""), EntryHash.Start));

        RecordsFile.Split(large).ShouldAllBe(part => part.Sum(record => record.Canonical.Length + 1) <= RecordsFile.MaxPlainBytes);
    }

    [Fact]
    public void What_was_cut_off_anywhere_is_refused()
    {
        var file = Carried.File(3);

        for (var length = 0; length < file.Length - 1; length++)
            RecordsFile.TryRead(file.AsMemory(..length), out _).ShouldBeNull();
    }

    [Fact]
    public void Every_byte_changed_at_random_is_never_accepted_with_other_content()
    {
        var (file, dice) = (Carried.File(20), new Dice(18));
        var good = Carried.Read(file).Records.Select(Carried.Of).ToList();
        var mutants = 0;

        for (var at = 0; at < file.Length; at++)
        {
            for (var times = 0; times < 2; times++)
            {
                byte[] mutant = [.. file];
                mutant[at] ^= (byte)(1 + dice.Roll(255));
                mutants++;
                if (RecordsFile.TryRead(mutant, out var refusal) is { } read)
                    read.Records.Select(Carried.Of).ShouldBe(good);
                else
                    refusal.ShouldNotBe(CarryRefusal.None);
            }
        }

        mutants.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public void A_file_that_names_another_key_than_its_signers_is_refused()
    {
        var payload = BundleEnvelope.TryRead(Carried.File(), RecordsFile.Type, RecordsFile.MaxFileBytes, out _)!.Payload;

        Carried.Refusal(BundleEnvelope.Sign(payload.Span, Carried.OtherKey, RecordsFile.Type)).ShouldBe(CarryRefusal.BadSignature);
    }

    [Fact]
    public void What_was_signed_as_a_list_is_no_file_of_entries()
    {
        var payload = BundleEnvelope.TryRead(Carried.File(), RecordsFile.Type, RecordsFile.MaxFileBytes, out _)!.Payload;

        Carried.Refusal(BundleEnvelope.Sign(payload.Span, Carried.Key)).ShouldBe(CarryRefusal.NotCarried);
        BundleEnvelope.TryRead(Carried.File(), out _).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,2,"HASH"],[2,3,"HASH"]],"v":1,"written":9}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[0,2,"HASH"]],"v":1,"written":9}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,10001,"HASH"]],"v":1,"written":10001}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,9007199254740992,"HASH"]],"v":1,"written":9007199254740992}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,3,"HASH"]],"v":1,"written":2}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[],"v":1,"written":9}""")]
    [InlineData("""{"device":"../gate","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,1,"HASH"]],"v":1,"written":9}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"","runs":[[1,1,"HASH"]],"v":1,"written":9}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,1,"HASH"]],"v":2,"written":9}""")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","key":"KEY","runs":[[1,1]],"v":1,"written":9}""")]
    public void A_header_that_cannot_be_is_malformed_whoever_signed_it(string header)
    {
        var line = header.Replace("KEY", BoxKey.Of(Carried.Key), StringComparison.Ordinal).Replace("HASH", EntryHash.Start.Hex, StringComparison.Ordinal);

        Carried.Refusal(Signed(line, "{}\n"u8.ToArray())).ShouldBe(CarryRefusal.Malformed);
    }

    [Fact]
    public void Entries_that_expand_beyond_all_measure_are_not_expanded() =>
        Carried.Refusal(Signed(Header(1), new byte[64 * 1024 * 1024])).ShouldBe(CarryRefusal.Malformed);

    [Theory]
    [InlineData("")]
    [InlineData("{}\n")]
    [InlineData("""{"device":"gate-07","epoch":"00112233aabbccdd","seq":1}""")]
    [InlineData("{\"device\":\"gate-07\",\"epoch\":\"00112233aabbccdd\",\"seq\":2}\n")]
    [InlineData("{\"device\":\"gate-08\",\"epoch\":\"00112233aabbccdd\",\"seq\":1}\n")]
    [InlineData("{\"device\":\"gate-07\",\"epoch\":\"0011223344556677\",\"seq\":1}\n")]
    [InlineData("{\"seq\":1,\"epoch\":\"00112233aabbccdd\",\"device\":\"gate-07\"}\n")]
    [InlineData("{\"device\":\"gate-07\",\"epoch\":\"00112233aabbccdd\",\"hash\":1,\"seq\":1}\n")]
    [InlineData("{\"device\":\"gate-07\",\"epoch\":\"00112233aabbccdd\",\"seq\":1}\nmore\n")]
    [InlineData("{\"device\":\"gate-07\",\"epoch\":\"00112233aabbccdd\",\"seq\":1.0}\n")]
    public void Lines_that_are_not_the_entries_that_the_header_names_are_malformed(string lines) =>
        Carried.Refusal(Signed(Header(1), Encoding.UTF8.GetBytes(lines))).ShouldBe(CarryRefusal.Malformed);

    [Fact]
    public void An_entry_that_cannot_be_read_again_is_not_carried()
    {
        RecordsFile.CanCarry(Journal[3]).ShouldBeTrue();
        RecordsFile.CanCarry(Journal[3] with { Canonical = "{\"device\":"u8.ToArray() }).ShouldBeFalse();
        RecordsFile.CanCarry(Journal[3] with { Key = Journal[4].Key }).ShouldBeFalse();
    }

    [Fact]
    public void A_file_larger_than_any_is_not_looked_at() => Carried.Refusal(new byte[RecordsFile.MaxFileBytes + 1]).ShouldBe(CarryRefusal.TooLarge);

    [Fact]
    public void The_first_line_is_written_as_approved() =>
        new RecordsHeader(Some.Device, Some.Epoch, "MFkw…", 9, CarriedRun.Of([.. Journal.Take(3), Journal[6]])).ToJson().ShouldBeApproved("carried-records.json");

    [Fact]
    public void Each_refusal_has_words()
    {
        foreach (var refusal in Enum.GetValues<CarryRefusal>().Where(refusal => refusal != CarryRefusal.None))
            CarryWords.Line(refusal).ShouldMatch("^[一-龥].+。 [A-Z].+[.]$");
    }

    static string Header(int entries) =>
        $$"""{"device":"gate-07","epoch":"00112233aabbccdd","key":"{{BoxKey.Of(Carried.Key)}}","runs":[[1,{{entries}},"{{EntryHash.Start.Hex}}"]],"v":1,"written":9}""";

    static byte[] Signed(string header, byte[] lines) =>
        BundleEnvelope.Sign([.. Encoding.UTF8.GetBytes(header), (byte)'\n', .. Deflated.Pack(lines)], Carried.Key, RecordsFile.Type);

    static WireRecord Next(WireRecord record, int after) => record with { Key = record.Key with { Seq = record.Key.Seq + after } };

    static ImmutableArray<WireRecord> Torn(Dice dice)
    {
        var gap = 1 + dice.Roll(50);
        List<WireRecord> records = [.. Journal.Where(_ => !dice.Falls(gap)).Select(record => dice.Falls(5) ? record with { Hash = Journal[dice.Roll(60)].Hash } : record)];
        return records.Count > 0 ? [.. records] : [Journal[0]];
    }
}
