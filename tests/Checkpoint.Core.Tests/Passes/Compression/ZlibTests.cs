using System.IO.Compression;
using Checkpoint.Testing;

namespace Checkpoint.Passes.Compression;

public sealed class ZlibTests
{
    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Whatever_zlib_compressed_is_expanded(CompressionLevel level)
    {
        var dice = new Dice(1951);
        for (var run = 0; run < 200; run++)
        {
            var plain = Text(dice, dice.Roll(3000));

            Zlib.TryExpand(Compress(plain, level)).ShouldBe(plain);
            Zlib.TryExpandRaw(Deflate(plain, level)).ShouldBe(plain);
        }
    }

    [Theory]
    [InlineData(Zlib.MaxExpanded, true)]
    [InlineData(Zlib.MaxExpanded + 1, false)]
    [InlineData(10_000_000, false)]
    public void A_pass_expands_to_no_more_than_the_limit(int length, bool good)
    {
        var bomb = Compress(new byte[length], CompressionLevel.SmallestSize);

        (Zlib.TryExpand(bomb)?.Length).ShouldBe(good ? length : null);
    }

    [Fact]
    public void A_stream_cut_off_anywhere_is_refused()
    {
        var bytes = Compress(Text(new(1), 600), CompressionLevel.Optimal);

        for (var length = 0; length < bytes.Length; length++)
            Zlib.TryExpand(bytes[..length]).ShouldBeNull();
    }

    [Fact]
    public void A_byte_more_than_the_stream_is_refused()
    {
        var bytes = Compress(Text(new(1), 600), CompressionLevel.Optimal);

        Zlib.TryExpand([.. bytes, 0]).ShouldBeNull();
        Zlib.TryExpand([.. bytes[..^4], 0, .. bytes[^4..]]).ShouldBeNull();
    }

    [Theory]
    [InlineData("789d")] // header's own check
    [InlineData("799b")] // another method
    [InlineData("881c")] // a window larger than there is
    [InlineData("78bb")] // a dictionary that nobody has
    public void Another_header_is_refused(string header)
    {
        var bytes = Compress([1, 2, 3], CompressionLevel.Optimal);
        Convert.FromHexString(header).CopyTo(bytes, 0);

        Zlib.TryExpand(bytes).ShouldBeNull();
    }

    [Fact]
    public void A_wrong_checksum_is_refused()
    {
        var bytes = Compress([1, 2, 3], CompressionLevel.Optimal);
        bytes[^1] ^= 1;

        Zlib.TryExpand(bytes).ShouldBeNull();
    }

    [Theory]
    [InlineData("07")] // no such block
    [InlineData("0100000000")] // a stored block's length and its complement
    [InlineData("0105000000")]
    [InlineData("0302")] // a distance before the first byte
    public void What_is_no_deflate_is_refused(string hex) => Zlib.TryExpandRaw(Convert.FromHexString(hex)).ShouldBeNull();

    static byte[] Text(Dice dice, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (byte)"{\"aeinrst:,\"019"[dice.Roll(15)]).Select(value => dice.Falls(2) ? (byte)dice.Roll(256) : value)];

    static byte[] Compress(byte[] plain, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, level))
            zlib.Write(plain);
        return stream.ToArray();
    }

    static byte[] Deflate(byte[] plain, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, level))
            deflate.Write(plain);
        return stream.ToArray();
    }
}
