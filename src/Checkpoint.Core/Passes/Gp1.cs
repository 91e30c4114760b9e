using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Checkpoint.Passes;

/// <summary>
/// The compact pass: <c>GP1:</c> and base45 of 24 bytes of claims, optional extras, and a 64-byte ES256 signature (P-256, SHA-256,
/// IEEE P1363) over everything before it, its s not above half the order (<see cref="LowS"/>): one pass has one spelling. Big-endian throughout.
/// </summary>
/// <remarks>
/// Claims: version 1, class 1, key id 2, pass id 8, area 4, not-before 4, not-after 4 (minutes since 1970-01-01 UTC). Extras are
/// type 1, length 1, value, types rising: 1 household 4, 2 destination area 4, 3 vehicle check 4, 4 name check 2. A reader skips types that
/// it does not know. With every extra the code is 169 characters: version 7 at level M.
/// </remarks>
public static class Gp1
{
    /// <summary>What every such code starts with.</summary>
    public const string Prefix = "GP1:";

    /// <summary>Extras over this length are refused.</summary>
    public const int MaxExtraBytes = 64;

    // 9999-12-31 23:58, so that the minute after the last one can still be told.
    const uint LastMinute = 4_223_371_678;

    const byte Version = 1;
    const int ClaimBytes = 24;
    const int SignatureBytes = 64;

    /// <summary>Takes a code apart without checking the signature.</summary>
    /// <param name="text">The code as text.</param>
    /// <param name="covered">The bytes that the signature covers.</param>
    /// <param name="signature">The signature, 64 bytes.</param>
    /// <returns>The claims, or null if the text is not such a code.</returns>
    public static PassClaims? TryRead(string text, out ReadOnlyMemory<byte> covered, out ReadOnlyMemory<byte> signature) =>
        TryRead(text, out covered, out signature, out _);

    /// <summary>Takes a code apart without checking the signature, and says what is wrong with one that is none.</summary>
    /// <param name="text">The code as text.</param>
    /// <param name="covered">The bytes that the signature covers.</param>
    /// <param name="signature">The signature, 64 bytes.</param>
    /// <param name="fault">What is wrong, <see cref="PassFault.None"/> if nothing is.</param>
    /// <returns>The claims, or null if the text is not such a code.</returns>
    public static PassClaims? TryRead(
        string text, out ReadOnlyMemory<byte> covered, out ReadOnlyMemory<byte> signature, out PassFault fault)
    {
        covered = signature = default;
        fault = TryBytes(text, out var bytes);
        if (fault != PassFault.None)
            return null;
        if (ReadClaims(bytes) is not { } claims || Gp1Extras.TryRead(bytes.AsSpan(ClaimBytes..^SignatureBytes), claims) is not { } whole)
        {
            fault = PassFault.Content;
            return null;
        }

        if (!LowS.Has(bytes.AsSpan(^SignatureBytes..)))
        {
            fault = PassFault.Signature;
            return null;
        }

        covered = bytes.AsMemory(..^SignatureBytes);
        signature = bytes.AsMemory(^SignatureBytes..);
        return whole;
    }

    /// <summary>Makes a code.</summary>
    /// <param name="claims">What it says; whole minutes.</param>
    /// <param name="key">A P-256 private key.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is before 1970 or after 9999-12-31 23:58.</exception>
    public static string Issue(PassClaims claims, ECDsa key)
    {
        Span<byte> extras = stackalloc byte[Gp1Extras.MaxWritten];
        extras = extras[..Gp1Extras.Write(claims, extras)];
        var bytes = new byte[ClaimBytes + extras.Length + SignatureBytes];
        bytes[0] = Version;
        bytes[1] = (byte)claims.Class;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), claims.Key.Number);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(4), claims.Id.Value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), claims.Area);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), ToMinutes(claims.NotBefore));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(20), ToMinutes(claims.NotAfter));
        extras.CopyTo(bytes.AsSpan(ClaimBytes));
        key.SignData(bytes.AsSpan(..^SignatureBytes), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            .CopyTo(bytes, bytes.Length - SignatureBytes);
        LowS.Give(bytes.AsSpan(^SignatureBytes..));
        return Prefix + Base45.Encode(bytes);
    }

    /// <summary>The byte of a code that cannot be read where its fault is; null if it is in no one place.</summary>
    internal static int? FaultAt(string text)
    {
        if (TryBytes(text, out var bytes) is not PassFault.None and var fault)
            return fault == PassFault.Structure ? 0 : null;
        var (from, until) = (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20)));
        if (ReadClaims(bytes) is not { } claims)
            return from > LastMinute ? 16 : until > LastMinute ? 20 : 1;
        return Gp1Extras.TryRead(bytes.AsSpan(ClaimBytes..^SignatureBytes), claims) is null ? ClaimBytes : bytes.Length - (SignatureBytes / 2);
    }

    static PassFault TryBytes(string text, out byte[] bytes)
    {
        bytes = [];
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return PassFault.Prefix;
        if (!Base45.TryDecode(text.AsSpan(Prefix.Length), out bytes))
            return PassFault.Text;
        if (bytes.Length is < ClaimBytes + SignatureBytes or > ClaimBytes + MaxExtraBytes + SignatureBytes)
            return PassFault.Length;
        return bytes[0] == Version ? PassFault.None : PassFault.Structure;
    }

    static PassClaims? ReadClaims(ReadOnlySpan<byte> bytes)
    {
        var @class = (PassClass)bytes[1];
        var notBefore = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        var notAfter = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]);
        if (!Enum.IsDefined(@class) || @class == PassClass.None || notBefore > LastMinute || notAfter > LastMinute)
            return null;

        return new(
            PassId.FromBytes(bytes[4..]),
            @class,
            KeyId.Of(BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]),
            FromMinutes(notBefore),
            FromMinutes(notAfter));
    }

    static DateTimeOffset FromMinutes(uint minutes) => DateTimeOffset.UnixEpoch.AddMinutes(minutes);

    static uint ToMinutes(DateTimeOffset time)
    {
        var minutes = (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMinute;
        return minutes is >= 0 and <= LastMinute
            ? (uint)minutes
            : throw new ArgumentOutOfRangeException(nameof(time), time, "Expected 1970-01-01 to 9999-12-31 23:58 UTC.");
    }
}
