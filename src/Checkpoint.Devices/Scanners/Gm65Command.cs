namespace Checkpoint.Devices.Scanners;

/// <summary>Commands to a scanner of the GM65 family (GM65 manual, "Serial communication interface"): 7E 00, type, length, zone, data, check.</summary>
static class Gm65Command
{
    /// <summary>The zone whose bit 0 makes it look for a code once.</summary>
    public const ushort TriggerZone = 0x0002;

    /// <summary>The most bytes of data in one command.</summary>
    public const int MostBytes = 255;

    internal const byte ReadType = 0x07;
    internal const byte WriteType = 0x08;
    internal const byte SaveType = 0x09;
    internal const byte HeartbeatType = 0x0A;

    static ReadOnlySpan<byte> Head => [0x7E, 0x00];

    /// <summary>Looks for a code once.</summary>
    public static byte[] Trigger { get; } = Write(TriggerZone, 1);

    /// <summary>Keeps the zones as they are over a power-off.</summary>
    public static byte[] Save { get; } = Frame(SaveType, 0, [0]);

    /// <summary>Asks whether it lives.</summary>
    public static byte[] Heartbeat { get; } = Frame(HeartbeatType, 0, [0]);

    /// <summary>Asks for zones that follow one another.</summary>
    /// <param name="zone">The first.</param>
    /// <param name="count">How many bytes.</param>
    public static byte[] Read(ushort zone, byte count) => Frame(ReadType, zone, [count]);

    /// <summary>Writes zones that follow one another.</summary>
    /// <param name="zone">The first.</param>
    /// <param name="data">1 to 255 bytes.</param>
    public static byte[] Write(ushort zone, params ReadOnlySpan<byte> data) => Frame(WriteType, zone, data);

    static byte[] Frame(byte type, ushort zone, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, MostBytes, nameof(data));
        byte[] body = [type, (byte)data.Length, (byte)(zone >> 8), (byte)(zone & 0xFF), .. data];
        var crc = Gm65Crc.Of(body);
        return [.. Head, .. body, (byte)(crc >> 8), (byte)(crc & 0xFF)];
    }
}
