using System.Text;

namespace Checkpoint.Devices.Codes;

/// <summary>What every decoder owes the gate.</summary>
public sealed class QrDecoderContractTests
{
    [Theory]
    [InlineData(Decoders.Zbar, 1.00, 0.55)]
    [InlineData(Decoders.Zxing, 1.00, 0.75)]
    public void Clean_codes_are_all_read_and_hard_ones_mostly(string name, double clean, double hard)
    {
        using var decoder = Decoders.Open(name);

        RateOf(decoder, CodePictures.Recorded("syn-clean")).ShouldBeGreaterThanOrEqualTo(clean);
        RateOf(decoder, [.. CodePictures.Recorded(
            "syn-rotate", "syn-perspective", "syn-blur", "syn-noise", "syn-lowcontrast", "syn-glare", "syn-phone", "syn-gate")])
            .ShouldBeGreaterThanOrEqualTo(hard);
    }

    [Theory]
    [InlineData(Decoders.Zbar, 0.80)]
    [InlineData(Decoders.Zxing, 0.88)]
    public void Photographs_of_codes_are_mostly_read(string name, double floor)
    {
        using var decoder = Decoders.Open(name);

        RateOf(decoder, CodePictures.Recorded("zxing-qrcode-1", "zxing-qrcode-3", "zxcpp-qrcode-1")).ShouldBeGreaterThanOrEqualTo(floor);
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void No_plain_code_is_ever_read_wrong(string name)
    {
        using var decoder = Decoders.Open(name);

        foreach (var picture in CodePictures.Recorded("syn-", "zxing-", "zxcpp-").Where(p => p.IsAscii))
        {
            var symbol = picture.Decode(decoder);
            (symbol is null || picture.IsRead(symbol)).ShouldBeTrue(picture.ToString());
        }
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void No_code_is_seen_where_there_is_none(string name)
    {
        using var decoder = Decoders.Open(name);

        foreach (var picture in CodePictures.Recorded("neg-"))
            picture.Decode(decoder).ShouldBeNull(picture.Path);
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void Bytes_that_are_not_ascii_arrive_as_they_are(string name)
    {
        using var decoder = Decoders.Open(name);

        foreach (var picture in CodePictures.Recorded("enc-"))
            picture.IsRead(picture.Decode(decoder)).ShouldBeTrue(picture.ToString());
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public async Task A_part_of_a_set_is_told_from_a_whole_code(string name)
    {
        using var decoder = Decoders.Open(name);
        var cancel = TestContext.Current.CancellationToken;
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"part {i};"));
        var parts = await CodePictures.MakeAsync(text, cancel, "-S", "-v", "5");
        var whole = await CodePictures.MakeAsync("whole", cancel);

        parts.Count.ShouldBeGreaterThan(1);
        for (var look = 0; look < 3; look++)
            parts.ShouldAllBe(p => IsPartOrNothing(decoder, p));
        decoder.Decode(whole[0]).ShouldNotBeNull().IsPart.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public async Task Rows_with_gaps_between_them_are_read(string name)
    {
        using var decoder = Decoders.Open(name);
        var packed = (await CodePictures.MakeAsync("GP1:gaps", TestContext.Current.CancellationToken))[0];
        var stride = packed.Width + 13;
        var pixels = new byte[(stride * (packed.Height - 1)) + packed.Width];
        for (var y = 0; y < packed.Height; y++)
            packed.Pixels.Span.Slice(y * packed.Width, packed.Width).CopyTo(pixels.AsSpan(y * stride));

        var symbol = decoder.Decode(new(pixels, packed.Width, packed.Height, stride));

        Encoding.ASCII.GetString(symbol.ShouldNotBeNull().Bytes.Span).ShouldBe("GP1:gaps");
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void A_frame_smaller_than_its_shape_is_refused(string name)
    {
        using var decoder = Decoders.Open(name);

        Should.Throw<ArgumentException>(() => decoder.Decode(new(new byte[99], 10, 10, 10)));
        Should.Throw<ArgumentException>(() => decoder.Decode(new(new byte[100], 10, 10, 9)));
        Should.Throw<ArgumentException>(() => decoder.Decode(new(new byte[100], 0, 10, 10)));
        Should.Throw<ArgumentException>(() => decoder.Decode(new(new byte[100], 10, -1, 10)));
        Should.Throw<ArgumentException>(() => decoder.Decode(new(new byte[100], int.MaxValue, int.MaxValue, int.MaxValue)));
        decoder.Decode(new(new byte[100], 10, 10, 10)).ShouldBeNull();
        decoder.Decode(new(new byte[1], 1, 1, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void A_frame_without_a_code_allocates_nothing(string name)
    {
        using var decoder = Decoders.Open(name);
        var frame = new GreyFrame(new byte[640 * 480], 630, 480, 640);
        decoder.Decode(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 20; i++)
            decoder.Decode(frame);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    static double RateOf(IQrDecoder decoder, IReadOnlyList<CodePicture> pictures) =>
        pictures.Count(p => p.IsRead(p.Decode(decoder))) / (double)pictures.Count;

    static bool IsPartOrNothing(IQrDecoder decoder, GreyFrame frame) => decoder.Decode(frame) is null or { IsPart: true };
}
