using System.Text;
using Checkpoint.Devices.Pictures;

namespace Checkpoint.Devices.Codes;

public sealed class PatientDecoderTests
{
    [Theory]
    [InlineData(Decoders.Zbar, 0.10)]
    [InlineData(Decoders.Zxing, 0.10)]
    public void A_hard_code_held_still_is_read_more_often_than_by_the_bare_library(string name, double gain)
    {
        using var bare = Decoders.Open(name);
        using var patient = Decoders.OpenPatient(name);
        var hard = CodePictures.Recorded("syn-blur", "syn-lowcontrast", "syn-glare", "syn-phone", "syn-gate");

        var bareReads = hard.Count(p => p.IsRead(p.Decode(bare)));
        var reads = hard.Count(p => p.IsRead(Hold(patient, p)?.Symbol));

        (reads - bareReads).ShouldBeGreaterThanOrEqualTo((int)(gain * hard.Count));
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void However_it_is_looked_at_no_plain_code_is_read_wrong(string name)
    {
        using var patient = Decoders.OpenPatient(name);

        foreach (var picture in CodePictures.Recorded("syn-").Where(p => p.IsAscii))
        {
            var seen = Hold(patient, picture);
            (seen is null || picture.IsRead(seen.Symbol)).ShouldBeTrue(picture.ToString());
        }
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void However_it_is_looked_at_no_code_is_seen_where_there_is_none(string name)
    {
        using var patient = Decoders.OpenPatient(name);

        foreach (var picture in CodePictures.Recorded("neg-").Where((_, i) => i % 4 == 0))
            Hold(patient, picture).ShouldBeNull(picture.Path);
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public async Task Light_on_dark_is_read_in_one_round(string name)
    {
        using var patient = Decoders.OpenPatient(name);
        var code = (await CodePictures.MakeAsync("GP1:inverted", TestContext.Current.CancellationToken))[0];
        var inverted = new GreyFrame(code.Pixels.ToArray().Select(p => (byte)(255 - p)).ToArray(), code.Width, code.Height, code.Width);

        Encoding.ASCII.GetString(Hold(patient, inverted).ShouldNotBeNull().Symbol.Bytes.Span).ShouldBe("GP1:inverted");
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public async Task A_code_is_seen_where_it_is_and_again_when_it_has_moved(string name)
    {
        using var patient = Decoders.OpenPatient(name);
        var code = (await CodePictures.MakeAsync("GP1:place", TestContext.Current.CancellationToken))[0];

        foreach (var (left, top) in new[] { (10, 20), (14, 22), (420, 280), (0, 0) })
        {
            var seen = Hold(patient, Scene(code, left, top)).ShouldNotBeNull();

            seen.Place.Left.ShouldBeInRange(left, left + (code.Width / 3));
            seen.Place.Top.ShouldBeInRange(top, top + (code.Height / 3));
            seen.Place.Width.ShouldBeInRange(code.Width / 2, code.Width);
        }
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void Frames_without_a_code_allocate_nothing_once_the_pictures_are_made(string name)
    {
        using var patient = Decoders.OpenPatient(name);
        var frame = new GreyFrame(new byte[640 * 480], 630, 480, 640);
        Hold(patient, frame);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Hold(patient, frame).ShouldBeNull();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData(Decoders.Zbar)]
    [InlineData(Decoders.Zxing)]
    public void The_smallest_frames_are_looked_at_in_every_way(string name)
    {
        using var patient = Decoders.OpenPatient(name);

        for (var side = 1; side < 40; side++)
            Hold(patient, new GreyFrame(new byte[side * side], side, side, side)).ShouldBeNull();
        Should.Throw<ArgumentException>(() => patient.Look(new(new byte[99], 10, 10, 10)));
    }

    static CodeSighting? Hold(PatientDecoder patient, CodePicture picture)
    {
        patient.Forget();
        return Hold(patient, GreyPng.ReadFile(picture.Path));
    }

    static CodeSighting? Hold(PatientDecoder patient, GreyFrame frame)
    {
        CodeSighting? seen = null;
        for (var turn = 0; turn < patient.Turns && seen is null; turn++)
            seen = patient.Look(frame);
        return seen;
    }

    static GreyFrame Scene(GreyFrame code, int left, int top)
    {
        var pixels = new byte[640 * 480];
        pixels.AsSpan().Fill(200);
        for (var y = 0; y < code.Height; y++)
            code.Pixels.Span.Slice(y * code.Width, code.Width).CopyTo(pixels.AsSpan(((top + y) * 640) + left));
        return new(pixels, 640, 480, 640);
    }
}
