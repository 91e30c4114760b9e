using Checkpoint.Devices;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Scanning;

/// <summary>The scanner's loop: a frame in, an answer out, until no more frames come. One thread.</summary>
/// <param name="decoder">Reads them.</param>
/// <param name="frames">Where frames come from.</param>
/// <param name="answers">Where answers go.</param>
sealed class FrameReader(IQrDecoder decoder, Stream frames, Stream answers)
{
    readonly byte[] header = new byte[FrameHeader.Size];
    readonly byte[] answer = new byte[AnswerHeader.Size + AnswerHeader.MaxLength];
    byte[] pixels = [];

    /// <summary>Greets, and reads frames to the end of the stream.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    /// <exception cref="IOException">The stream broke off inside a frame, or nobody takes the answers.</exception>
    public void Run()
    {
        answers.Write(new ScannerHello(decoder.Name).ToBytes());
        while (frames.ReadAtLeast(header, FrameHeader.Size, throwOnEndOfStream: false) is var read && read > 0)
        {
            if (read < FrameHeader.Size)
                throw new EndOfStreamException();
            answers.Write(Read(FrameHeader.Read(header)));
        }
    }

    ReadOnlySpan<byte> Read(FrameHeader frame)
    {
        if (pixels.Length < frame.Length)
            pixels = new byte[frame.Length];
        frames.ReadExactly(pixels.AsSpan(0, frame.Length));
        var symbol = decoder.Decode(new(pixels.AsMemory(0, frame.Length), frame.Width, frame.Height, frame.Width));
        return Write(frame.Number, symbol);
    }

    ReadOnlySpan<byte> Write(uint number, Symbol? symbol)
    {
        var bytes = symbol is null ? default : symbol.Bytes.Span;
        bytes = bytes[..Math.Min(bytes.Length, AnswerHeader.MaxLength)];
        var kind = symbol is null ? AnswerKind.Nothing : symbol.IsPart ? AnswerKind.Part : AnswerKind.Symbol;
        new AnswerHeader(number, kind, bytes.Length, symbol?.Eci).Write(answer);
        bytes.CopyTo(answer.AsSpan(AnswerHeader.Size));
        return answer.AsSpan(0, AnswerHeader.Size + bytes.Length);
    }
}
