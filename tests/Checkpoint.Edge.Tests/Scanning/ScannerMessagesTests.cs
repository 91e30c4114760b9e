using System.Buffers.Binary;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

public sealed class ScannerMessagesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1280, 720)]
    [InlineData(FrameHeader.MaxSide, FrameHeader.MaxSide)]
    public void A_frames_header_is_read_as_it_was_written(int width, int height)
    {
        var header = new FrameHeader(uint.MaxValue, width, height);

        FrameHeader.Read(Bytes(header)).ShouldBe(header);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(FrameHeader.MaxSide + 1, 10)]
    [InlineData(10, FrameHeader.MaxSide + 1)]
    public void A_frame_beyond_the_limits_is_refused(int width, int height)
    {
        FrameHeader.IsValid(width, height).ShouldBeFalse();
        Should.Throw<InvalidDataException>(() => FrameHeader.Read(Bytes(new FrameHeader(1, width, height))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(15)]
    public void A_frames_header_with_a_wrong_byte_is_refused(int place)
    {
        var bytes = Bytes(new FrameHeader(1, 640, 480));
        bytes[place] ^= 0x80;

        Should.Throw<InvalidDataException>(() => FrameHeader.Read(bytes));
    }

    [Theory]
    [InlineData(AnswerKind.Nothing, 0)]
    [InlineData(AnswerKind.Symbol, 0)]
    [InlineData(AnswerKind.Symbol, AnswerHeader.MaxLength)]
    [InlineData(AnswerKind.Part, 7)]
    internal void An_answer_is_read_as_it_was_written(AnswerKind kind, int length)
    {
        var answer = new AnswerHeader(7, kind, length);

        AnswerHeader.Read(Bytes(answer), 7).ShouldBe(answer);
    }

    [Theory]
    [InlineData(AnswerKind.Nothing, 1)]
    [InlineData(AnswerKind.Symbol, AnswerHeader.MaxLength + 1)]
    [InlineData(AnswerKind.Part, ushort.MaxValue)]
    [InlineData((AnswerKind)3, 0)]
    internal void An_answer_beyond_the_limits_is_refused(AnswerKind kind, int length) =>
        Should.Throw<InvalidDataException>(() => AnswerHeader.Read(Bytes(new AnswerHeader(7, kind, length)), 7));

    [Theory]
    [InlineData(0)]
    [InlineData(26)]
    [InlineData(AnswerHeader.MaxEci)]
    public void The_character_set_that_a_code_names_goes_with_it(int eci)
    {
        var answer = new AnswerHeader(7, AnswerKind.Symbol, 3, eci);

        AnswerHeader.Read(Bytes(answer), 7).ShouldBe(answer);
    }

    [Theory]
    [InlineData(AnswerKind.Symbol, AnswerHeader.MaxEci + 1)]
    [InlineData(AnswerKind.Symbol, -2)]
    [InlineData(AnswerKind.Nothing, 26)]
    internal void A_character_set_that_cannot_be_is_refused(AnswerKind kind, int eci) =>
        Should.Throw<InvalidDataException>(() => AnswerHeader.Read(Bytes(new AnswerHeader(7, kind, 0, eci)), 7));

    [Fact]
    public void A_frame_that_was_read_is_answered_with_all_that_was_read()
    {
        using var frames = new MemoryStream([.. Bytes(new FrameHeader(1, 2, 1)), 10, 20]);
        using var answers = new MemoryStream();
        using var decoder = new OneSymbol(new(new byte[] { 0x93, 0xFA }, Eci: 20));

        new FrameReader(decoder, frames, answers).Run();

        var answer = answers.ToArray().AsSpan(ScannerHello.Size);
        AnswerHeader.Read(answer, 1).ShouldBe(new(1, AnswerKind.Symbol, 2, Eci: 20));
        answer[AnswerHeader.Size..].ToArray().ShouldBe([0x93, 0xFA]);
    }

    [Fact]
    public void An_answer_to_another_frame_is_refused() =>
        Should.Throw<InvalidDataException>(() => AnswerHeader.Read(Bytes(new AnswerHeader(7, AnswerKind.Nothing, 0)), 8));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void An_answer_with_a_wrong_byte_is_refused(int place)
    {
        var bytes = Bytes(new AnswerHeader(7, AnswerKind.Nothing, 0));
        bytes[place] ^= 0x20;

        Should.Throw<InvalidDataException>(() => AnswerHeader.Read(bytes, 7));
    }

    [Theory]
    [InlineData("zbar 0.23.92", "zbar 0.23.92")]
    [InlineData("解码器 1", "??? 1")]
    public void A_greeting_names_the_decoder_in_print(string name, string read) =>
        ScannerHello.Read(new ScannerHello(name).ToBytes()).Decoder.ShouldBe(read);

    [Fact]
    public void A_long_name_is_cut() =>
        ScannerHello.Read(new ScannerHello(new('x', 1000)).ToBytes()).Decoder.ShouldBe(new('x', ScannerHello.Size - 4));

    [Theory]
    [InlineData("")]
    [InlineData("CPH2zbar")]
    [InlineData("CPH1")]
    [InlineData("CPH1za\nb")]
    [InlineData("CPH1za\u007fb")]
    public void What_is_no_greeting_is_refused(string text)
    {
        var bytes = new byte[ScannerHello.Size];
        System.Text.Encoding.ASCII.GetBytes(text, bytes);

        Should.Throw<InvalidDataException>(() => ScannerHello.Read(bytes));
    }

    [Fact]
    public void A_symbol_at_the_limit_of_a_text_fits_and_a_longer_one_stays_too_long() =>
        AnswerHeader.MaxLength.ShouldBe(CodeText.MaxSentBytes + 1);

    [Fact]
    public void The_shape_of_the_headers_is_as_documented()
    {
        var frame = Bytes(new FrameHeader(0x01020304, 640, 480));
        var answer = Bytes(new AnswerHeader(0x01020304, AnswerKind.Part, 0x0506));

        frame.ShouldBe([.. "CPF1"u8, 4, 3, 2, 1, 0x80, 2, 0xE0, 1, .. LittleEndian(640 * 480)]);
        answer.ShouldBe([.. "CPA2"u8, 4, 3, 2, 1, 2, 0, 6, 5, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    static byte[] LittleEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    static byte[] Bytes(FrameHeader header)
    {
        var bytes = new byte[FrameHeader.Size];
        header.Write(bytes);
        return bytes;
    }

    static byte[] Bytes(AnswerHeader header)
    {
        var bytes = new byte[AnswerHeader.Size];
        header.Write(bytes);
        return bytes;
    }
}
