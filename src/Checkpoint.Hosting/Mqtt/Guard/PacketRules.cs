using System.Diagnostics;
using System.Globalization;

namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>Whether a packet's parts lie where they should. What they say is the library's to read.</summary>
/// <param name="version">Version of the protocol: 5, or 4 for 3.1.1.</param>
sealed class PacketRules(int version)
{
    const int PlainConnackBytes = 2;

    /// <summary>Id and reason.</summary>
    const int PlainPubackBytes = 3;

    bool HasProperties => version == 5;

    /// <summary>Tells how much of a packet has to be there to be judged: all of it, but of a message only what stands before its payload.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="body">What has come of the rest.</param>
    /// <returns>So many bytes of the rest; null while that cannot be told.</returns>
    public int? Measure(PacketHeader header, ReadOnlySpan<byte> body)
    {
        if (header.Kind != PacketKind.Publish)
            return header.BodyBytes;
        var properties = 0;
        var reader = new PacketReader(body);
        if (!TrySkipToProperties(header, ref reader) || (HasProperties && !reader.TryVariable(out properties)))
            return body.Length < header.BodyBytes ? null : header.BodyBytes;
        return Math.Min(body.Length - reader.Left.Length + properties, header.BodyBytes);
    }

    /// <summary>Judges one packet, as far as it was measured.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? FaultOf(PacketHeader header, ReadOnlySpan<byte> body) => header.Kind switch
    {
        PacketKind.Connack => FaultOfConnack(body),
        PacketKind.Publish => FaultOfPublish(header, body),
        PacketKind.Puback => FaultOfPuback(body),
        PacketKind.Suback => FaultOfSuback(body),
        PacketKind.Pingresp => body.IsEmpty ? null : "a PINGRESP with something in it",
        PacketKind.Disconnect => FaultOfDisconnect(body),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Takes from a packet that is well the properties that nobody reads. Of an answer to a message that it does not wait for, the library never frees
    /// them; those of a message are its sender's, and the library compares each of them with every other.
    /// </summary>
    /// <param name="header">Its header.</param>
    /// <param name="body">What was measured of the rest. A message keeps the byte that says how long its properties are.</param>
    /// <returns>What is left.</returns>
    public Span<byte> WithoutProperties(PacketHeader header, Span<byte> body)
    {
        if (!HasProperties)
            return body;
        if (header.Kind == PacketKind.Puback)
            return body[..Math.Min(body.Length, PlainPubackBytes)];
        if (header.Kind != PacketKind.Publish)
            return body;
        var reader = new PacketReader(body);
        _ = TrySkipToProperties(header, ref reader);
        var length = body.Length - reader.Left.Length;
        body[length] = 0;
        return body[..(length + 1)];
    }

    static bool TrySkipToProperties(PacketHeader header, ref PacketReader reader) =>
        reader.TrySkipText() && (header.Qos == 0 || reader.TrySkip(sizeof(ushort)));

    string? FaultOfConnack(ReadOnlySpan<byte> body)
    {
        var reader = new PacketReader(body);
        if (!reader.TryByte(out var flags) || flags > 1 || !reader.TryByte(out var reason))
            return "a CONNACK that is none";

        // An old broker refuses version 5 in its own words (MQTT 3.1.1, 3.2).
        if (body.Length == PlainConnackBytes && (!HasProperties || reason != 0))
            return null;
        return FaultOfRest(ref reader, PacketKind.Connack);
    }

    string? FaultOfPublish(PacketHeader header, ReadOnlySpan<byte> body)
    {
        var reader = new PacketReader(body);
        if (!reader.TrySkipText())
            return "a PUBLISH shorter than its topic";
        if (header.Qos > 0 && (!reader.TryUInt16(out var id) || id == 0))
            return "a PUBLISH without its id";
        return HasProperties ? FaultOfProperties(ref reader, PacketKind.Publish) : null;
    }

    string? FaultOfPuback(ReadOnlySpan<byte> body)
    {
        var reader = new PacketReader(body);
        if (!reader.TryUInt16(out var id) || id == 0)
            return "a PUBACK without an id";
        if (reader.Left.IsEmpty || (HasProperties && reader.TryByte(out _) && reader.Left.IsEmpty))
            return null;
        return FaultOfRest(ref reader, PacketKind.Puback);
    }

    string? FaultOfSuback(ReadOnlySpan<byte> body)
    {
        var reader = new PacketReader(body);
        if (!reader.TryUInt16(out var id) || id == 0)
            return "a SUBACK without an id";
        if (HasProperties && FaultOfProperties(ref reader, PacketKind.Suback) is { } fault)
            return fault;
        return reader.Left.IsEmpty ? "a SUBACK without an answer" : null;
    }

    string? FaultOfDisconnect(ReadOnlySpan<byte> body)
    {
        if (!HasProperties)
            return "a DISCONNECT, which brokers do not say before version 5";
        var reader = new PacketReader(body);
        if (!reader.TryByte(out _) || reader.Left.IsEmpty)
            return null;
        return FaultOfRest(ref reader, PacketKind.Disconnect);
    }

    string? FaultOfRest(ref PacketReader reader, PacketKind kind)
    {
        if (HasProperties && FaultOfProperties(ref reader, kind) is { } fault)
            return fault;
        return reader.Left.IsEmpty ? null : $"a {NameOf(kind)} with something after its end";
    }

    static string? FaultOfProperties(ref PacketReader reader, PacketKind kind)
    {
        if (!reader.TryVariable(out var length) || !reader.TryTake(length, out var properties))
            return $"a {NameOf(kind)} shorter than its properties";
        while (!properties.Left.IsEmpty)
        {
            // Every number is below 128, so that its first byte is all of it.
            _ = properties.TryByte(out var number);
            if (PropertyRule.Of(number) is not { } rule || (rule.In & kind) == PacketKind.None)
                return string.Create(CultureInfo.InvariantCulture, $"a {NameOf(kind)} with property {number}");
            if (!TrySkip(ref properties, rule.Form))
                return string.Create(CultureInfo.InvariantCulture, $"a {NameOf(kind)} that ends within property {number}");
        }

        return null;
    }

    static bool TrySkip(ref PacketReader reader, PropertyForm form) => form switch
    {
        PropertyForm.Byte => reader.TrySkip(sizeof(byte)),
        PropertyForm.UInt16 => reader.TrySkip(sizeof(ushort)),
        PropertyForm.UInt32 => reader.TrySkip(sizeof(uint)),
        PropertyForm.Variable => reader.TryVariable(out _),
        PropertyForm.Text => reader.TrySkipText(),
        _ => reader.TrySkipText() && reader.TrySkipText(),
    };

    static string NameOf(PacketKind kind) => kind.ToString().ToUpperInvariant();
}
