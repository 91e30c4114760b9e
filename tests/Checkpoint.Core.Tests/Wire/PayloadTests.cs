using System.Collections.Immutable;
using System.Text;
using Checkpoint.Bundles;
using Checkpoint.Golden;
using Checkpoint.Journaling;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing;

namespace Checkpoint.Wire;

public sealed class PayloadTests
{
    static readonly Watermark Watermark = new(Some.Epoch, 4, [new(5, 7), new(9, 9)]);
    static readonly Watermark Receipt = new(Some.Epoch, 2, []) { Hash = Some.Chain(2)[1].Hash, Time = Some.Moment };
    static readonly Birth Birth = new("checkpoint-edge 0.1.0", Some.Epoch, Boot: 3, Policy: 12, "libzxing 3.0")
    {
        Lists = ImmutableSortedDictionary<BundleKind, int>.Empty.Add(BundleKind.Trust, 3).Add(BundleKind.Revocation, 8),
    };

    /// <summary>Every payload, each with its approved file.</summary>
    public static TheoryData<string, byte[]> Payloads => new()
    {
        { "records.json", new RecordBatch([.. Some.Chain(2)]).ToJson() },
        { "watermark.json", Watermark.ToJson() },
        { "watermark-start.json", new Watermark(Some.Epoch, 0, []).ToJson() },
        { "watermark-receipt.json", Receipt.ToJson() },
        { "watermark-disputed.json", (Receipt with { IsDisputed = true }).ToJson() },
        { "birth.json", Birth.ToJson() },
        { "birth-key.json", (Birth with { Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" }).ToJson() },
        { "birth-aside.json", (Birth with { KeptAside = 2 }).ToJson() },
        { "conn-online.json", new ConnectionState(Online: true, Boot: 3).ToJson() },
        { "conn-offline.json", new ConnectionState(Online: false, Boot: 3).ToJson() },
        { "health.json", Health(ClockQuality.Rtc).ToJson() },
        { "health-level.json", (Health(ClockQuality.Synced) with { Level = new(Sight.ForeheadCentre, new(34.755, 412), SettledAt: 34.7) }).ToJson() },
        { "event.json", Alarm("no answer for 20 reads (测温仪)").ToJson() },
        { "hub-online.json", new HubState(Online: true, Some.Moment.ToOffset(TimeSpan.FromHours(8))).ToJson() },
        { "hub-offline.json", new HubState(Online: false, Some.Moment).ToJson() },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_payload_is_written_as_approved(string file, byte[] payload) => payload.ShouldBeApproved(file);

    [Fact]
    public void A_watermark_is_read_as_written()
    {
        var read = Watermark.TryRead(Watermark.ToJson()).ShouldNotBeNull();

        (read.Epoch, read.UpTo).ShouldBe((Watermark.Epoch, Watermark.UpTo));
        read.Missing.ShouldBe(Watermark.Missing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_receipt_is_read_as_written(bool disputed)
    {
        var read = Watermark.TryRead((Receipt with { IsDisputed = disputed }).ToJson()).ShouldNotBeNull();

        (read.Hash, read.Time, read.IsDisputed).ShouldBe((Receipt.Hash, Receipt.Time, disputed));
    }

    [Fact]
    public void A_birth_is_read_as_written()
    {
        var read = Birth.TryRead(Birth.ToJson()).ShouldNotBeNull();

        Birth.TryRead((Birth with { Key = "MFkw" }).ToJson())!.Key.ShouldBe("MFkw");
        Birth.TryRead((Birth with { KeptAside = 2 }).ToJson())!.KeptAside.ShouldBe(2);
        (read with { Lists = Birth.Lists }).ShouldBe(Birth);
        read.Lists.ShouldBe(Birth.Lists);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_connection_is_read_as_written(bool online) =>
        ConnectionState.TryRead(new ConnectionState(online, 3).ToJson()).ShouldBe(new(online, 3));

    [Fact]
    public void Unknown_members_are_ignored()
    {
        ConnectionState.TryRead(Utf8("""{"later":[1.5,{"x":null}],"boot":3,"state":"online","v":1}"""))
            .ShouldBe(new(Online: true, 3));
        Watermark.TryRead(Utf8("""{"epoch":"00112233aabbccdd","missing":[],"upto":4,"v":1,"why":"later"}"""))!.UpTo.ShouldBe(4);
        Birth.TryRead(Utf8("""{"boot":3,"camera":9,"decoder":"d","epoch":"00112233aabbccdd","policy":1,"program":"p","v":1}"""))!
            .Decoder.ShouldBe("d");
    }

    [Theory]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[],"upto":-1,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccd","missing":[],"upto":1,"v":1}""")]
    [InlineData("""{"epoch":null,"missing":[],"upto":1,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[[4,4]],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[[7,5]],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[[9,9],[5,7]],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[[5,7],[7,9]],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[[5,7,9]],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[[5]],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[5],"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":{},"upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[],"upto":99999999999999999999,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[],"upto":"4","v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","upto":4,"v":1}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[],"upto":4,"v":2}""")]
    [InlineData("""{"epoch":"00112233aabbccdd","missing":[],"upto":4}""")]
    public void What_is_no_watermark_is_not_read(string json) => Watermark.TryRead(Utf8(json)).ShouldBeNull();

    [Theory]
    [InlineData(Watermark.MaxMissing, true)]
    [InlineData(Watermark.MaxMissing + 1, false)]
    public void A_watermark_names_at_most_32_holes(int holes, bool good)
    {
        var mark = new Watermark(Some.Epoch, 0, [.. Enumerable.Range(0, holes).Select(i => new SeqRange(2 * (i + 1), 2 * (i + 1)))]);

        (Watermark.TryRead(mark.ToJson()) is not null).ShouldBe(good);
    }

    [Theory]
    [InlineData("""{"boot":3,"state":"asleep","v":1}""")]
    [InlineData("""{"boot":3,"state":true,"v":1}""")]
    [InlineData("""{"boot":3000000000,"state":"online","v":1}""")]
    [InlineData("""{"state":"online","v":1}""")]
    public void What_is_no_connection_is_not_read(string json) => ConnectionState.TryRead(Utf8(json)).ShouldBeNull();

    [Theory]
    [InlineData("""{"boot":3,"decoder":"d","epoch":"","policy":1,"program":"p","v":1}""")]
    [InlineData("""{"boot":3,"decoder":"d","epoch":null,"policy":1,"program":"p","v":1}""")]
    [InlineData("""{"boot":"3","decoder":"d","epoch":"00112233aabbccdd","policy":1,"program":"p","v":1}""")]
    public void What_is_no_birth_is_not_read(string json) => Birth.TryRead(Utf8(json)).ShouldBeNull();

    [Fact]
    public void A_program_or_decoder_that_is_null_is_an_empty_name() =>
        Birth.TryRead(Utf8("""{"boot":3,"decoder":null,"epoch":"00112233aabbccdd","policy":1,"program":null,"v":1}"""))
            .ShouldBe(new("", Some.Epoch, 3, 1, ""));

    [Fact]
    public void Times_of_health_are_whole_seconds() =>
        Encoding.UTF8.GetString(Health(ClockQuality.Unknown).ToJson()).ShouldContain("\"oldestWaiting\":61,");

    static BoxHealth Health(ClockQuality clock) => new(
        Waiting: 3, TimeSpan.FromSeconds(61.9), Journaled: 1_000_000, NotRecorded: 1, Presences: 250, Memory: 75_000_000,
        DiskFree: 12_000_000_000, clock);

    static Alarm Alarm(string detail) => new(AlarmKind.ThermometerFault, Some.Entry().Stamp, detail);

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
