using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Wire;

/// <summary>Anybody may publish anything: what is not a payload of ours is not read, and nothing is thrown.</summary>
public sealed class HostileInputTests
{
    static readonly byte[][] Good =
    [
        new RecordBatch([.. Some.Chain(3)]).ToJson(),
        new Watermark(Some.Epoch, 4, [new(5, 7), new(9, 9)]).ToJson(),
        new Birth("checkpoint-edge", Some.Epoch, 3, 12, "libzxing").ToJson(),
        new ConnectionState(Online: true, 3).ToJson(),
    ];

    /// <summary>Payloads that are well formed in some way and still wrong for every reader.</summary>
    public static TheoryData<string> Wrong =>
    [
        "",
        " ",
        "null",
        "1",
        "\"v\"",
        "[]",
        "{}",
        "{\"v\":null}",
        "{\"v\":1}",
        "{\"v\":\"1\"}",
        "{\"v\":1.0}",
        "{\"v\":1e400}",
        "{\"v\":99999999999999999999999}",
        "{\"v\":1,\"records\":[],\"missing\":[],\"epoch\":[],\"state\":[],\"program\":[]}",
        "{\"v\":1,\"records\":{},\"missing\":1,\"epoch\":1,\"state\":1,\"program\":1}",
        "{\"v\":1,\"records\":[null],\"missing\":[null],\"epoch\":null,\"state\":null,\"program\":null}",
        "{\"v\":1,\"records\":[[]],\"upto\":1e99,\"boot\":1e99,\"policy\":1e99}",
        "{\"v\":1} {\"v\":1}",
        "{\"v\":1,}",
        "{'v':1}",
        "\ufeff{\"v\":1}",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_payload_of_ours_is_not_read(string payload) =>
        Read(Encoding.UTF8.GetBytes(payload)).ShouldAllBe(read => read == null);

    [Fact]
    public void Random_bytes_are_not_read()
    {
        var dice = new Dice(21);
        for (var run = 0; run < 3_000; run++)
            Read(dice.Bytes(dice.Roll(200))).ShouldAllBe(read => read == null);
    }

    [Fact]
    public void A_payload_cut_off_anywhere_is_not_read()
    {
        foreach (var payload in Good)
        {
            for (var length = 0; length < payload.Length; length++)
                Read(payload.AsMemory(..length)).ShouldAllBe(read => read == null);
        }
    }

    [Fact]
    public void A_payload_with_changed_bytes_is_read_or_not_but_never_thrown_back()
    {
        var dice = new Dice(22);
        for (var run = 0; run < 8_000; run++)
        {
            var payload = (byte[])Good[dice.Roll(Good.Length)].Clone();
            for (var changes = 1 + dice.Roll(3); changes > 0; changes--)
                payload[dice.Roll(payload.Length)] = dice.Falls(50) ? (byte)dice.Roll(256) : (byte)"{}[]\",:\\u0-1.e"[dice.Roll(14)];

            Should.NotThrow(() => Read(payload));
        }
    }

    [Theory]
    [InlineData("ff")]
    [InlineData("c080")]
    [InlineData("eda080")]
    [InlineData("f4908080")]
    public void Bytes_that_are_not_utf_8_in_any_string_are_not_read(string hex)
    {
        foreach (var payload in Good)
        {
            for (var at = payload.AsSpan().IndexOf((byte)'"'); at >= 0 && at < payload.Length; at++)
                Should.NotThrow(() => Read((byte[])[.. payload[..at], .. Convert.FromHexString(hex), .. payload[at..]]));
        }
    }

    [Fact]
    public void Deep_nesting_is_not_read()
    {
        foreach (var depth in new[] { 17, 32, 33, 10_000 })
        {
            var nested = new string('[', depth) + new string(']', depth);
            Read(Encoding.ASCII.GetBytes($"{{\"records\":[{{\"later\":{nested}}}],\"missing\":{nested},\"v\":1}}"))
                .ShouldAllBe(read => read == null);
        }
    }

    [Theory]
    [InlineData(WireJson.MaxPayloadBytes, true)]
    [InlineData(WireJson.MaxPayloadBytes + 1, false)]
    public void A_payload_is_read_up_to_its_size_limit(int size, bool good)
    {
        var payload = Good[3].Concat(Enumerable.Repeat((byte)' ', size - Good[3].Length)).ToArray();

        (ConnectionState.TryRead(payload) is not null).ShouldBe(good);
    }

    static object?[] Read(ReadOnlyMemory<byte> payload) =>
    [
        RecordBatch.TryRead(payload, Some.Device),
        Watermark.TryRead(payload),
        Birth.TryRead(payload),
        ConnectionState.TryRead(payload),
    ];
}
