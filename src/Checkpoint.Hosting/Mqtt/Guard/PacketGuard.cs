using System.Globalization;

namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>
/// Stands before the library and lets only packets through that a broker has reason to send. libmosquitto 2.0 ends the process on a
/// property that it does not know, and takes memory for as long a packet as the sender promises.
/// </summary>
/// <param name="version">Version of the protocol: 5, or 4 for 3.1.1.</param>
sealed class PacketGuard(int version)
{
    /// <summary>
    /// The longest message that comes through whole: the longest signed bundle twice. The broker is told so in CONNECT (MQTT 5, 3.1.2.11.4). A longer one is cut
    /// to this, which no reader takes for whole: were the link ended instead, the broker would send it again and again.
    /// </summary>
    public const int MaxPacketBytes = 2 * 1024 * 1024;

    /// <summary>The most that is held to be judged: a packet of any other kind, or what stands before a message's payload.</summary>
    public const int MaxJudgedBytes = 256 * 1024;

    const int FirstBuffer = 16 * 1024;
    const int MaxBuffer = 2 * MaxJudgedBytes;

    /// <summary>Id and reason.</summary>
    const int PubackBytes = 3;

    readonly PacketRules rules = new(version);
    byte[] waiting = new byte[FirstBuffer];
    int start;
    int end;
    int flowing;
    int falling;
    bool isGreeted;

    /// <summary>What was wrong with a packet; nothing after it comes through. Null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>Room for the next bytes from the broker, at least one; say with <see cref="Filled"/> how many came.</summary>
    public Memory<byte> Room()
    {
        if (start == end)
            (start, end) = (0, 0);
        if (end == waiting.Length && start > 0)
            (start, end) = (0, MoveUp(waiting.AsSpan(start, end - start), 0));
        if (end == waiting.Length)
            Array.Resize(ref waiting, Math.Min(2 * waiting.Length, MaxBuffer));
        return waiting.AsMemory(end);
    }

    /// <summary>Says how many bytes were put into <see cref="Room"/>.</summary>
    public void Filled(int count) => end += count;

    /// <summary>
    /// What is well of that, as one run of bytes; empty if there is nothing yet. Packets come through whole, but of a message all that follows its
    /// properties flows: on a slow line a long one takes minutes, and the library must see that something comes. Valid until the next <see cref="Room"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Next()
    {
        var from = start;
        var to = start;
        while (Fault is null && start < end)
        {
            var bytes = waiting.AsSpan(start, end - start);
            if (flowing > 0)
                to += MoveUp(Take(bytes, ref flowing), to);
            else if (falling > 0)
                Take(bytes, ref falling);
            else if (TryRead(bytes, out var header, out var judged))
                to += Pass(header, bytes[..judged], to);
            else
                break;
        }

        return waiting.AsMemory(from, to - from);
    }

    Span<byte> Take(Span<byte> bytes, ref int left)
    {
        var taken = bytes[..Math.Min(left, bytes.Length)];
        left -= taken.Length;
        start += taken.Length;
        return taken;
    }

    bool TryRead(ReadOnlySpan<byte> bytes, out PacketHeader header, out int judged)
    {
        judged = 0;
        if (!PacketHeader.TryRead(bytes, out header))
        {
            Fault = PacketHeader.IsHopeless(bytes) ? Unwelcome(bytes[0]) : null;
            return false;
        }

        Fault = FaultOf(header);
        var body = bytes[header.HeaderBytes..Math.Min(header.Length, bytes.Length)];
        if (Fault is not null || rules.Measure(header, body) is not { } measured)
            return false;
        if (measured > MaxJudgedBytes)
            Fault = string.Create(CultureInfo.InvariantCulture, $"{measured} bytes of a packet before any payload, more than {MaxJudgedBytes}");
        if (measured > body.Length)
            return false;
        Fault ??= rules.FaultOf(header, body[..measured]);
        isGreeted |= Fault is null;
        judged = header.HeaderBytes + measured;
        return Fault is null;
    }

    // The library never frees the properties of an answer to a message that it does not wait for, and nobody reads those of others.
    int Pass(PacketHeader header, ReadOnlySpan<byte> judged, int to)
    {
        start += judged.Length;
        var body = judged[header.HeaderBytes..];
        if (header.Kind == PacketKind.Puback && body.Length > PubackBytes)
            return Write(header.First, PubackBytes, body[..PubackBytes], to);

        falling = Math.Max(0, header.Length - MaxPacketBytes);
        flowing = header.Length - judged.Length - falling;
        return falling > 0 ? Write(header.First, header.BodyBytes - falling, body, to) : MoveUp(judged, to);
    }

    string? FaultOf(PacketHeader header)
    {
        if (header.Kind is not { } kind || (kind == PacketKind.Connack) == isGreeted)
            return Unwelcome(header.First);
        return kind != PacketKind.Publish && header.Length > MaxJudgedBytes
            ? string.Create(CultureInfo.InvariantCulture, $"a packet of {header.Length} bytes, more than {MaxJudgedBytes}")
            : null;
    }

    string Unwelcome(byte first) => string.Create(
        CultureInfo.InvariantCulture, $"a packet that begins with 0x{first:X2} {(isGreeted ? "after" : "before")} its CONNACK");

    // What is written is never longer than what was read; the body first, for it may lie where it goes.
    int Write(byte first, int length, ReadOnlySpan<byte> body, int to)
    {
        var header = PacketHeader.BytesOf(first, length);
        body.CopyTo(waiting.AsSpan(to + header.Length));
        header.CopyTo(waiting.AsSpan(to));
        return header.Length + body.Length;
    }

    int MoveUp(ReadOnlySpan<byte> bytes, int to)
    {
        bytes.CopyTo(waiting.AsSpan(to));
        return bytes.Length;
    }
}
