using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;

namespace Checkpoint.Wire;

public sealed class RecordBatchTests
{
    [Fact]
    public void A_batch_is_read_as_written_and_its_chain_holds()
    {
        var chain = Some.Chain(RecordBatch.MaxRecords);

        var read = RecordBatch.TryRead(new RecordBatch([.. chain]).ToJson(), Some.Device).ShouldNotBeNull();

        read.Records.Select(record => record.Key).ShouldBe(chain.Select(record => record.Key));
        ChainRule.FirstBroken(EntryHash.Start, read.Records).ShouldBeNull();
    }

    [Fact]
    public void A_batch_over_fifty_records_or_of_none_is_not_read()
    {
        RecordBatch.TryRead(new RecordBatch([.. Some.Chain(51)]).ToJson(), Some.Device).ShouldBeNull();
        RecordBatch.TryRead(new RecordBatch([]).ToJson(), Some.Device).ShouldBeNull();
    }

    [Fact]
    public void A_record_of_another_box_than_the_topic_names_spoils_the_batch() =>
        RecordBatch.TryRead(new RecordBatch([.. Some.Chain(2)]).ToJson(), DeviceId.Parse("gate-08")).ShouldBeNull();

    [Fact]
    public void Members_that_a_later_box_adds_are_kept_and_hashed()
    {
        using var later = JsonDocument.Parse("""
            {"device":"gate-07","epoch":"00112233aabbccdd","seq":1,"sealed":{"note":"😷 封","n":[1,{}]},"v":1}
            """);
        var canonical = CanonicalJson.Write(later.RootElement);
        var sent = new WireRecord(new(Some.Device, Some.Epoch, 1), canonical, EntryHash.Start.Next(canonical));

        var read = RecordBatch.TryRead(new RecordBatch([sent]).ToJson(), Some.Device)!.Records[0];

        Encoding.UTF8.GetString(read.Canonical.Span).ShouldBe(Encoding.UTF8.GetString(canonical));
        ChainRule.FirstBroken(EntryHash.Start, [read]).ShouldBeNull();
    }

    [Theory]
    [InlineData("seq", "0")]
    [InlineData("seq", "-1")]
    [InlineData("seq", "1.5")]
    [InlineData("seq", "\"1\"")]
    [InlineData("seq", "9007199254740993")]
    [InlineData("hash", "\"\"")]
    [InlineData("hash", "null")]
    [InlineData("hash", "7")]
    [InlineData("device", "\"Gate\"")]
    [InlineData("device", "null")]
    [InlineData("epoch", "\"0\"")]
    [InlineData("epoch", "null")]
    [InlineData("surface", "36.5")]
    [InlineData("later", "\"\\ud83d\"")]
    [InlineData("later", "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]")]
    public void A_record_with_a_wrong_member_is_not_read(string member, string value)
    {
        var batch = JsonNode.Parse(new RecordBatch([.. Some.Chain(1)]).ToJson())!;
        batch["records"]![0]![member] = "@";
        var json = batch.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal);

        RecordBatch.TryRead(Encoding.UTF8.GetBytes(json), Some.Device).ShouldBeNull();
    }

    [Theory]
    [InlineData("seq")]
    [InlineData("hash")]
    [InlineData("device")]
    [InlineData("epoch")]
    public void A_record_that_lacks_a_member_is_not_read(string member)
    {
        var batch = JsonNode.Parse(new RecordBatch([.. Some.Chain(1)]).ToJson())!;
        batch["records"]![0]!.AsObject().Remove(member).ShouldBeTrue();

        RecordBatch.TryRead(Encoding.UTF8.GetBytes(batch.ToJsonString()), Some.Device).ShouldBeNull();
    }

    [Theory]
    [InlineData(WireRecord.MaxBytes, true)]
    [InlineData(WireRecord.MaxBytes + 1, false)]
    public void A_record_holds_at_most_4096_bytes(int size, bool good)
    {
        const string start = """{"device":"gate-07","epoch":"00112233aabbccdd","seq":1,"x":""";
        var canonical = Encoding.ASCII.GetBytes($"{start}\"{new string('x', size - start.Length - 3)}\"}}");
        canonical.Length.ShouldBe(size);
        var record = new WireRecord(new(Some.Device, Some.Epoch, 1), canonical, EntryHash.Start.Next(canonical));

        (RecordBatch.TryRead(new RecordBatch([record]).ToJson(), Some.Device) is not null).ShouldBe(good);
    }
}
