using System.Globalization;

namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>
/// Stands before the library and lets only packets through that a broker has reason to send. libmosquitto 2.0 ends the process on a
/// property that it does not know, and takes memory for as long a packet as the sender promises.
/// </summary>
/// <param name="version">Version of the protocol: 5, or 4 for 3.1.1.</param>
sealed class PacketGuard(int version)
{
    /// <summary>The longest message: the longest signed bundle twice. The broker is told so in CONNECT (MQTT 5, 3.1.2.11.4).</summary>
    public const int MaxPacketBytes = 2 * 1024 * 1024;

    /// <summary>The longest packet of any other kind.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    const int FirstBuffer = 16 * 1024;

    /// <summary>Id and reason.</summary>
    const int PubackBytes = 3;

    const int ShortHeaderBytes = 2;

    readonly PacketRules rules = new(version);
    byte[] waiting = new byte[FirstBuffer];
    int start;
    int end;
    int flowing;
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
            Array.Resize(ref waiting, Math.Min(2 * waiting.Length, MaxPacketBytes));
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
            {
                bytes = bytes[..Math.Min(flowing, bytes.Length)];
                flowing -= bytes.Length;
                to += MoveUp(bytes, to);
            }
            else if (TryRead(bytes, out var header, out var length))
            {
                bytes = bytes[..length];
                flowing = header.Length - length;
                to += header.Kind == PacketKind.Puback ? Shorten(header, bytes, waiting.AsSpan(to)) : MoveUp(bytes, to);
            }
            else
            {
                break;
            }

            start += bytes.Length;
        }

        return waiting.AsMemory(from, to - from);
    }

    bool TryRead(ReadOnlySpan<byte> bytes, out PacketHeader header, out int length)
    {
        length = 0;
        if (!PacketHeader.TryRead(bytes, out header))
        {
            Fault = PacketHeader.IsHopeless(bytes) ? Unwelcome(bytes[0]) : null;
            return false;
        }

        Fault = FaultOf(header);
        var body = bytes[header.HeaderBytes..Math.Min(header.Length, bytes.Length)];
        if (Fault is not null || !rules.TryMeasure(header, body, out var judged))
            return false;
        length = header.HeaderBytes + judged;
        Fault = rules.FaultOf(header, body[..judged]);
        isGreeted |= Fault is null;
        return Fault is null;
    }

    string? FaultOf(PacketHeader header)
    {
        if (header.Kind is not { } kind || (kind == PacketKind.Connack) == isGreeted)
            return Unwelcome(header.First);
        var limit = kind == PacketKind.Publish ? MaxPacketBytes : MaxAnswerBytes;
        return header.Length > limit
            ? string.Create(CultureInfo.InvariantCulture, $"a packet of {header.Length} bytes, more than {limit}")
            : null;
    }

    string Unwelcome(byte first) => string.Create(
        CultureInfo.InvariantCulture, $"a packet that begins with 0x{first:X2} {(isGreeted ? "after" : "before")} its CONNACK");

    // The library never frees the properties of an answer to a message that it does not wait for, and nobody reads those of others.
    static int Shorten(PacketHeader header, ReadOnlySpan<byte> packet, Span<byte> to)
    {
        var body = packet[header.HeaderBytes..];
        body = body[..Math.Min(body.Length, PubackBytes)];
        body.CopyTo(to[ShortHeaderBytes..]);
        to[0] = header.First;
        to[1] = (byte)body.Length;
        return ShortHeaderBytes + body.Length;
    }

    int MoveUp(ReadOnlySpan<byte> bytes, int to)
    {
        bytes.CopyTo(waiting.AsSpan(to));
        return bytes.Length;
    }
}
