namespace Checkpoint.Devices.Pictures;

public sealed class PngKindsTests
{
    [Theory]
    [InlineData(1, new byte[] { 0, 0b1010_0000 }, new byte[] { 255, 0, 255 })]
    [InlineData(2, new byte[] { 0, 0b00_01_11_00 }, new byte[] { 0, 85, 255 })]
    [InlineData(4, new byte[] { 0, 0x0F, 0x80 }, new byte[] { 0, 255, 136 })]
    [InlineData(8, new byte[] { 0, 1, 2, 3 }, new byte[] { 1, 2, 3 })]
    public void Grey_of_every_depth_is_stretched_to_eight_bits(int bitDepth, byte[] rows, byte[] expected)
    {
        var frame = GreyPng.Read(GreyPngBytes.Make(3, 1, bitDepth, PngColour.Grey, rows));

        frame.Pixels.ToArray().ShouldBe(expected);
    }

    [Theory]
    [InlineData(2, new byte[] { 0, 255, 0, 0, 0, 0, 255 }, new byte[] { 76, 29 })]
    [InlineData(6, new byte[] { 0, 9, 9, 9, 0, 0, 255, 0, 255 }, new byte[] { 255, 150 })]
    [InlineData(4, new byte[] { 0, 10, 255, 0, 128 }, new byte[] { 10, 127 })]
    public void Colour_becomes_luma_on_white_paper(int colour, byte[] rows, byte[] expected)
    {
        var frame = GreyPng.Read(GreyPngBytes.Make(2, 1, 8, (PngColour)colour, rows));

        frame.Pixels.ToArray().ShouldBe(expected);
    }

    [Fact]
    public void An_index_names_a_colour_of_the_palette()
    {
        var frame = GreyPng.Read(GreyPngBytes.Make(2, 1, 1, PngColour.Palette, [0, 0b0100_0000], palette: [255, 255, 255, 0, 0, 0]));

        frame.Pixels.ToArray().ShouldBe([255, 0]);
    }

    [Theory]
    [InlineData(0, new byte[] { 10, 20, 30, 40 })]
    [InlineData(1, new byte[] { 10, 30, 60, 100 })]
    [InlineData(2, new byte[] { 110, 220, 240, 190 })]
    [InlineData(3, new byte[] { 60, 150, 210, 220 })]
    [InlineData(4, new byte[] { 110, 220, 250, 250 })]
    public void Every_filter_is_undone(byte filter, byte[] secondRow)
    {
        var frame = GreyPng.Read(GreyPngBytes.Make(4, 2, 8, PngColour.Grey, [0, 100, 200, 210, 150, filter, 10, 20, 30, 40]));

        frame.Pixels.ToArray()[4..].ShouldBe(secondRow);
    }

    [Fact]
    public void Rows_may_be_spread_over_several_chunks()
    {
        var frame = GreyPng.Read(GreyPngBytes.Make(3, 1, 8, PngColour.Grey, [0, 1, 2, 3], dataChunks: 4));

        frame.Pixels.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void What_we_do_not_read_is_refused()
    {
        byte[] row = [0, 1, 2, 3];

        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 16, PngColour.Grey, row)));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 8, (PngColour)5, row)));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 8, PngColour.Grey, row, interlace: 1)));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 8, PngColour.Grey, row, extraChunk: "NEWC")));
    }

    [Fact]
    public void Rows_that_do_not_fit_the_header_are_refused()
    {
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 2, 8, PngColour.Grey, [0, 1, 2, 3])));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 8, PngColour.Grey, [0, 1, 2, 3, 0])));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 8, PngColour.Grey, [5, 1, 2, 3])));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(3, 1, 8, PngColour.Grey, [])));
    }

    [Fact]
    public void An_index_outside_the_palette_is_refused()
    {
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(1, 1, 8, PngColour.Palette, [0, 2], palette: new byte[6])));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(1, 1, 8, PngColour.Palette, [0, 0])));
        Should.Throw<InvalidDataException>(() => GreyPng.Read(GreyPngBytes.Make(1, 1, 8, PngColour.Palette, [0, 0], palette: new byte[4])));
    }
}
