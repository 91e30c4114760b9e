using System.Buffers.Binary;

namespace Checkpoint.Devices.Speakers;

/// <summary>
/// A WAV file of 16-bit PCM ("Multimedia Programming Interface and Data Specifications 1.0", 1991, part RIFF; WAVE_FORMAT_EXTENSIBLE of ksmedia.h).
/// </summary>
static class WavFile
{
    const int ChunkHeader = 8;
    const int RiffHeader = 12;
    const int FormatBytes = 16;
    const int ExtensibleBytes = 40;
    const int SubFormat = 24;
    const int Pcm = 1;
    const int Extensible = 0xFFFE;
    const int Bits = 16;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It is not there, too long, or no such WAV file; the message names it.</exception>
    public static SoundClip ReadFile(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > SoundClip.MostBytes } file)
            throw new IOException($"{path} has {file.Length} bytes; expected {SoundClip.MostBytes} at most.");
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="file">All of it. A length that is longer than what is there, as a program writes it into a pipe, is cut to what is there.</param>
    /// <param name="name">What to call it.</param>
    /// <exception cref="IOException">It is no such WAV file.</exception>
    public static SoundClip Read(ReadOnlyMemory<byte> file, string name)
    {
        if (file.Length < RiffHeader || !file.Span[..4].SequenceEqual("RIFF"u8) || !file.Span[8..RiffHeader].SequenceEqual("WAVE"u8))
            throw new IOException($"{name} is no WAV file.");
        (int Rate, int Channels)? format = null;
        for (var rest = file[RiffHeader..]; rest.Length >= ChunkHeader;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[4..]), (uint)(rest.Length - ChunkHeader));
            var body = rest.Slice(ChunkHeader, length);
            if (rest.Span[..4].SequenceEqual("fmt "u8))
                format = ReadFormat(body.Span, name);
            if (rest.Span[..4].SequenceEqual("data"u8) && format is { } known)
                return Clip(known.Rate, known.Channels, body, name);

            // Chunks begin at even places.
            rest = rest[Math.Min(ChunkHeader + length + (length & 1), rest.Length)..];
        }

        throw new IOException($"{name} holds no sound.");
    }

    /// <summary>Writes a file.</summary>
    public static void Write(Stream file, SoundClip clip)
    {
        Span<byte> header = stackalloc byte[RiffHeader + ChunkHeader + FormatBytes + ChunkHeader];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], header.Length - ChunkHeader + clip.Pcm.Length);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], FormatBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], (short)clip.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], clip.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], clip.Rate * clip.FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], (short)clip.FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], Bits);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], clip.Pcm.Length);
        file.Write(header);
        file.Write(clip.Pcm.Span);
    }

    static (int Rate, int Channels) ReadFormat(ReadOnlySpan<byte> body, string name)
    {
        if (body.Length < FormatBytes)
            throw new IOException($"{name} is no WAV file.");
        int kind = BinaryPrimitives.ReadUInt16LittleEndian(body);
        if (kind == Extensible && body.Length >= ExtensibleBytes)
            kind = BinaryPrimitives.ReadUInt16LittleEndian(body[SubFormat..]);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
        if (kind != Pcm || bits != Bits || channels is not (1 or 2) || rate is < SoundClip.LeastRate or > SoundClip.MostRate)
        {
            throw new IOException(
                $"{name} has format {kind}, {bits} bits, {channels} channels, {rate} a second; expected PCM of 16 bits, 1 or 2 channels, {SoundClip.LeastRate} to {SoundClip.MostRate} a second.");
        }

        return ((int)rate, channels);
    }

    static SoundClip Clip(int rate, int channels, ReadOnlyMemory<byte> pcm, string name)
    {
        var whole = pcm.Length - (pcm.Length % (channels * sizeof(short)));
        if (whole is 0 or > SoundClip.MostBytes)
            throw new IOException($"{name} holds {whole} bytes of sound; expected 1 to {SoundClip.MostBytes}.");
        return new(rate, channels, pcm[..whole]);
    }
}
