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

    /// <summary>The longest packet of any other kind.</summary>
    public const int MaxAnswerBytes = 256 * 1024;

    const int FirstBuffer = 16 * 1024;

    /// <summary>The most that is held to be judged: all that stands before a message's payload, for its sender may be anyone.</summary>
    const int MaxBuffer = MaxPacketBytes;

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
        judged = header.HeaderBytes + measured;
        if (judged > MaxBuffer)
            Fault = string.Create(CultureInfo.InvariantCulture, $"{judged} bytes of a packet before any payload, more than {MaxBuffer}");
        if (measured > body.Length)
            return false;
        Fault ??= rules.FaultOf(header, body[..measured]);
        isGreeted |= Fault is null;
        return Fault is null;
    }

    int Pass(PacketHeader header, Span<byte> judged, int to)
    {
        start += judged.Length;
        falling = Math.Max(0, header.Length - MaxPacketBytes);
        flowing = header.Length - judged.Length - falling;
        var body = rules.WithoutProperties(header, judged[header.HeaderBytes..]);
        return Write(header.First, body, flowing, to);
    }

    string? FaultOf(PacketHeader header)
    {
        if (header.Kind is not { } kind || (kind == PacketKind.Connack) == isGreeted)
            return Unwelcome(header.First);
        return kind != PacketKind.Publish && header.Length > MaxAnswerBytes
            ? string.Create(CultureInfo.InvariantCulture, $"a packet of {header.Length} bytes, more than {MaxAnswerBytes}")
            : null;
    }

    string Unwelcome(byte first) => string.Create(
        CultureInfo.InvariantCulture, $"a packet that begins with 0x{first:X2} {(isGreeted ? "after" : "before")} its CONNACK");

    // What is written is never longer than what was read; the body first, for it may lie where it goes.
    int Write(byte first, ReadOnlySpan<byte> body, int flowing, int to)
    {
        Span<byte> header = stackalloc byte[PacketHeader.MaxHeaderBytes];
        var length = PacketHeader.Write(header, first, body.Length + flowing);
        MoveUp(body, to + length);
        return MoveUp(header[..length], to) + body.Length;
    }

    int MoveUp(ReadOnlySpan<byte> bytes, int to)
    {
        bytes.CopyTo(waiting.AsSpan(to));
        return bytes.Length;
    }
}
