using System.Buffers.Binary;

namespace Checkpoint.Passes;

/// <summary>
/// What a compact pass may say beside its claims: type 1, length 1, value; types rise, so that there is one spelling. Types that this
/// reader does not know are skipped, what is not so built is refused.
/// </summary>
static class Gp1Extras
{
    /// <summary>The most that <see cref="Write"/> writes.</summary>
    public const int MaxWritten = (3 * (Head + Number)) + Head + Check;

    const int Head = 2;
    const int Number = 4;
    const int Check = 2;

    /// <summary>Reads the extras.</summary>
    /// <param name="extras">All bytes between claims and signature.</param>
    /// <param name="claims">The claims so far.</param>
    /// <returns>The claims with what was read, or null if the bytes are no extras, or one of them has a wrong length or value.</returns>
    public static PassClaims? TryRead(ReadOnlySpan<byte> extras, PassClaims claims)
    {
        var last = 0;
        while (extras.Length >= Head && extras[0] > last && Head + extras[1] <= extras.Length)
        {
            last = extras[0];
            if (Read(last, extras.Slice(Head, extras[1]), claims) is not { } read)
                return null;
            claims = read;
            extras = extras[(Head + extras[1])..];
        }

        return extras.IsEmpty ? claims : null;
    }

    /// <summary>Writes the extras of a pass.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(PassClaims claims, Span<byte> target)
    {
        var at = 0;
        at += WriteNumber(ExtraType.Household, claims.Household, target[at..]);
        at += WriteNumber(ExtraType.Destination, claims.Destination, target[at..]);
        at += WriteNumber(ExtraType.Vehicle, claims.Vehicle, target[at..]);
        if (claims.NameCheck is { } check)
        {
            (target[at], target[at + 1]) = ((byte)ExtraType.NameCheck, Check);
            BinaryPrimitives.WriteUInt16BigEndian(target[(at + Head)..], check);
            at += Head + Check;
        }

        return at;
    }

    static PassClaims? Read(int type, ReadOnlySpan<byte> value, PassClaims claims) => (ExtraType)type switch
    {
        ExtraType.Household => Positive(value) is { } number ? claims with { Household = number } : null,
        ExtraType.Destination => Positive(value) is { } area ? claims with { Destination = area } : null,
        ExtraType.Vehicle => value.Length == Number ? claims with { Vehicle = BinaryPrimitives.ReadUInt32BigEndian(value) } : null,
        ExtraType.NameCheck => value.Length == Check ? claims with { NameCheck = BinaryPrimitives.ReadUInt16BigEndian(value) } : null,
        _ => claims,
    };

    // Zero would be "none", and none is written by leaving the extra out.
    static uint? Positive(ReadOnlySpan<byte> value) =>
        value.Length == Number && BinaryPrimitives.ReadUInt32BigEndian(value) is > 0 and var number ? number : null;

    static int WriteNumber(ExtraType type, uint? value, Span<byte> target)
    {
        if (value is not { } number)
            return 0;
        (target[0], target[1]) = ((byte)type, Number);
        BinaryPrimitives.WriteUInt32BigEndian(target[Head..], number);
        return Head + Number;
    }

    // In printed codes: never renumber.
    enum ExtraType
    {
        None = 0,
        Household = 1,
        Destination = 2,
        Vehicle = 3,
        NameCheck = 4,
    }
}
