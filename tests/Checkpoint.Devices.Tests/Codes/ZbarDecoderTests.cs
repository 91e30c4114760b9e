using System.Text;

namespace Checkpoint.Devices.Codes;

public sealed class ZbarDecoderTests
{
    [Fact]
    public async Task The_scanner_is_made_anew_at_its_limit_and_reads_on()
    {
        using var decoder = (ZbarDecoder)Decoders.Open(Decoders.Zbar);
        var frame = (await CodePictures.MakeAsync("GP1:again", TestContext.Current.CancellationToken))[0];

        for (var read = 1; read <= (2 * ZbarDecoder.ReadsPerScanner) + 1; read++)
        {
            var symbol = decoder.Decode(frame).ShouldNotBeNull();
            Encoding.ASCII.GetString(symbol.Bytes.Span).ShouldBe("GP1:again");
            decoder.Reads.ShouldBe(read % ZbarDecoder.ReadsPerScanner);
        }
    }

    [Fact]
    public void Frames_without_a_code_do_not_wear_the_scanner()
    {
        using var decoder = (ZbarDecoder)Decoders.Open(Decoders.Zbar);

        decoder.Decode(new(new byte[100], 10, 10, 10));

        decoder.Reads.ShouldBe(0);
    }
}
