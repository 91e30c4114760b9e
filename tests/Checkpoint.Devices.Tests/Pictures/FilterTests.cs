namespace Checkpoint.Devices.Pictures;

public sealed class FilterTests
{
    const int Period = 5;

    static readonly byte[] Pattern = [10, 200, 90, 255, 0];

    public static TheoryData<string> Filters => [.. Drawers.Keys];

    static Dictionary<string, Action<GreyFrame, GreyCanvas>> Drawers { get; } = new(StringComparer.Ordinal)
    {
        ["sharpened"] = (frame, canvas) => new UnsharpMask().Draw(frame, canvas),
        ["doubled"] = (frame, canvas) => new CubicDoubling().Draw(frame, canvas),
        ["contrast"] = (frame, canvas) => new LocalContrast().Draw(frame, canvas),
    };

    // Most columns are drawn many at a time and the last few one by one: both have to come to the same.
    [Theory]
    [MemberData(nameof(Filters))]
    public void What_repeats_in_the_picture_repeats_in_what_is_drawn(string filter)
    {
        var drawn = Draw(filter, Make(157, 30, x => Pattern[x % Period]));
        var scale = drawn.Width / 157;
        var row = drawn.Pixels.Span.Slice(drawn.Height / 2 * drawn.Width, drawn.Width);

        for (var x = 20 * scale; x < drawn.Width - (25 * scale); x++)
            row[x + (Period * scale)].ShouldBe(row[x], $"column {x}");
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_picture_and_its_rows_with_gaps_are_drawn_alike(string filter)
    {
        var packed = Make(70, 20, x => Pattern[x % Period]);
        var gaps = new byte[100 * 20];
        for (var y = 0; y < 20; y++)
            packed.Pixels.Span.Slice(y * 70, 70).CopyTo(gaps.AsSpan(y * 100));

        Draw(filter, new(gaps, 70, 20, 100)).Pixels.ToArray().ShouldBe(Draw(filter, packed).Pixels.ToArray());
    }

    [Theory]
    [InlineData("sharpened", 77)]
    [InlineData("doubled", 77)]
    [InlineData("contrast", LocalContrast.Middle)]
    public void An_even_picture_stays_even(string filter, byte level) =>
        Draw(filter, Make(50, 40, _ => 77)).Pixels.ToArray().ShouldAllBe(p => Math.Abs(p - level) <= 4);

    [Fact]
    public void Faint_stripes_on_a_slope_are_parted_by_the_middle()
    {
        var drawn = Draw("contrast", Make(200, 40, x => (byte)(40 + (x / 2) + (x / 3 % 2 * 12))));
        var row = drawn.Pixels.Span.Slice(20 * 200, 200);

        for (var x = 20; x < 180; x++)
            (row[x] > LocalContrast.Middle).ShouldBe(x / 3 % 2 == 1, $"column {x}");
    }

    [Fact]
    public void A_blurred_edge_becomes_steeper()
    {
        var drawn = Draw("sharpened", Make(64, 20, x => (byte)Math.Clamp(100 + ((x - 32) * 8), 60, 140)));
        var row = drawn.Pixels.Span.Slice(10 * 64, 64);

        row[26].ShouldBeLessThan((byte)60);
        row[38].ShouldBeGreaterThan((byte)140);
    }

    [Fact]
    public void Halved_is_the_mean_of_four_and_an_odd_edge_is_left_out()
    {
        var canvas = new GreyCanvas();

        Halving.Draw(new(new byte[] { 0, 10, 99, 20, 30, 99, 99, 99, 99 }, 3, 3, 3), canvas);

        (canvas.Width, canvas.Height).ShouldBe((1, 1));
        canvas.Frame.Pixels.Span[0].ShouldBe((byte)15);
    }

    static GreyFrame Draw(string filter, GreyFrame frame)
    {
        var canvas = new GreyCanvas();
        Drawers[filter](frame, canvas);
        return canvas.Frame;
    }

    static GreyFrame Make(int width, int height, Func<int, byte> column) =>
        new(Enumerable.Range(0, width * height).Select(i => column(i % width)).ToArray(), width, height, width);
}
