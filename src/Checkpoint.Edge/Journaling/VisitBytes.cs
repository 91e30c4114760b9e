using System.Buffers.Binary;
using Checkpoint.Passages;
using Checkpoint.Passages.Visits;

namespace Checkpoint.Edge.Journaling;

/// <summary>
/// A visit in the journal's row, big-endian: version 1, flags 1 (1 out, 2 timed, 4 household), milliseconds since 1970 UTC 8, minutes east of
/// UTC 2, pass 8, household 8 or none.
/// </summary>
static class VisitBytes
{
    const byte Version = 1;
    const int WithoutHousehold = 20;
    const int WithHousehold = 28;
    const byte Out = 1;
    const byte Timed = 2;
    const byte InHousehold = 4;

    /// <summary>Writes a visit.</summary>
    public static byte[] Write(VisitEvent visit)
    {
        var bytes = new byte[visit.Household is null ? WithoutHousehold : WithHousehold];
        bytes[0] = Version;
        bytes[1] = (byte)((visit.Direction == Direction.Exit ? Out : 0) | (visit.At is null ? 0 : Timed) | (visit.Household is null ? 0 : InHousehold));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), visit.At?.ToUnixTimeMilliseconds() ?? 0);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(10), (short)(visit.At?.Offset.TotalMinutes ?? 0));
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(12), visit.Subject);
        if (visit.Household is { } household)
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(WithoutHousehold), household);
        return bytes;
    }

    /// <summary>Reads a visit; null if a newer program wrote it in another way.</summary>
    public static VisitEvent? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is not (WithoutHousehold or WithHousehold) || bytes[0] != Version || (bytes[1] & InHousehold) != 0 != (bytes.Length == WithHousehold))
            return null;
        var offset = BinaryPrimitives.ReadInt16BigEndian(bytes[10..]);
        if (Math.Abs((int)offset) > 14 * 60)
            return null;
        DateTimeOffset? at = (bytes[1] & Timed) == 0
            ? null
            : DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes[2..])).ToOffset(TimeSpan.FromMinutes(offset));
        return new(
            BinaryPrimitives.ReadUInt64BigEndian(bytes[12..]),
            bytes.Length == WithHousehold ? BinaryPrimitives.ReadUInt64BigEndian(bytes[WithoutHousehold..]) : null,
            (bytes[1] & Out) != 0 ? Direction.Exit : Direction.Entry,
            at);
    }
}
