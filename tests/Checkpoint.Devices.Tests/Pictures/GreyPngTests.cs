using System.Buffers.Binary;

namespace Checkpoint.Devices.Pictures;

public sealed class GreyPngTests
{
    [Fact]
    public void Any_frame_comes_back_as_it_was_written()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var frame = RandomFrame(random, random.Next(1, 70), random.Next(1, 70), gap: random.Next(0, 5));

            var back = GreyPng.Read(Written(frame));

            (back.Width, back.Height, back.Stride).ShouldBe((frame.Width, frame.Height, frame.Width));
            for (var y = 0; y < frame.Height; y++)
                Row(back, y).SequenceEqual(Row(frame, y)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(GreyPng.MaxSide, 1)]
    [InlineData(1, GreyPng.MaxSide)]
    public void The_largest_side_is_written_and_read(int width, int height)
    {
        var back = GreyPng.Read(Written(new(new byte[width * height], width, height, width)));

        (back.Width, back.Height).ShouldBe((width, height));
    }

    [Theory]
    [InlineData(GreyPng.MaxSide + 1, 1)]
    [InlineData(1, GreyPng.MaxSide + 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_side_beyond_the_limit_is_neither_written_nor_read(int width, int height)
    {
        var png = Written(new(new byte[1], 1, 1, 1));
        var header = png.AsSpan(GreyPngBytes.HeaderAt, 25);
        BinaryPrimitives.WriteInt32BigEndian(header[8..], width);
        BinaryPrimitives.WriteInt32BigEndian(header[12..], height);
        BinaryPrimitives.WriteUInt32BigEndian(header[21..], PngCrc.Of(header[4..21]));

        Should.Throw<InvalidDataException>(() => GreyPng.Read(png));
        Should.Throw<ArgumentOutOfRangeException>(() => Written(new(new byte[1], width, height, width)));
    }

    [Fact]
    public void A_file_cut_short_at_any_byte_is_refused()
    {
        var png = Written(RandomFrame(new(3), 9, 7, gap: 0));

        for (var length = 0; length < png.Length; length++)
            Should.Throw<InvalidDataException>(() => GreyPng.Read(png.AsSpan(0, length)), $"{length} bytes");
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_refused()
    {
        var png = Written(RandomFrame(new(4), 9, 7, gap: 0));

        for (var i = 0; i < png.Length; i++)
        {
            var damaged = png.ToArray();
            damaged[i] ^= 0x41;
            Should.Throw<InvalidDataException>(() => GreyPng.Read(damaged), $"byte {i}");
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            PngFile.Signature[..Math.Min(8, bytes.Length)].CopyTo(bytes);

            Should.Throw<InvalidDataException>(() => GreyPng.Read(bytes));
        }
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.File("large.png")))
            file.SetLength(GreyPng.MaxFileBytes + 1L);

        Should.Throw<InvalidDataException>(() => GreyPng.ReadFile(folder.File("large.png")));
    }

    [Fact]
    public void Every_frame_of_the_data_is_read()
    {
        var files = Directory.GetFiles(SharedData.Require("qr"), "*.png", SearchOption.AllDirectories);

        foreach (var file in files)
            GreyPng.ReadFile(file).Pixels.Length.ShouldBeGreaterThan(0);

        files.Length.ShouldBeGreaterThan(100);
    }

    static byte[] Written(GreyFrame frame)
    {
        using var png = new MemoryStream();
        GreyPng.Write(png, frame);
        return png.ToArray();
    }

    static ReadOnlySpan<byte> Row(GreyFrame frame, int y) => frame.Pixels.Span.Slice(y * frame.Stride, frame.Width);

    static GreyFrame RandomFrame(Random random, int width, int height, int gap)
    {
        var pixels = new byte[(width + gap) * height];
        random.NextBytes(pixels);
        return new(pixels, width, height, width + gap);
    }
}
