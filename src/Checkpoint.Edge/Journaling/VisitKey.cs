using System.Buffers.Binary;
using System.Security.Cryptography;
using Checkpoint.Passages;
using Checkpoint.Passages.Visits;
using Checkpoint.Passes;
using Checkpoint.Policies;

namespace Checkpoint.Edge.Journaling;

/// <summary>
/// The random key of one journal's visits: what it makes of a pass or a household can be told again by this file alone, and is never sent.
/// </summary>
/// <param name="key">32 random bytes, kept in the file.</param>
sealed class VisitKey(byte[] key)
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    const byte ForPass = 1;
    const byte ForHousehold = 2;

    /// <summary>Stands for a pass.</summary>
    public ulong PassOf(PassClaims claims) => Hash(ForPass, claims.Area, claims.Id.Value);

    /// <summary>Stands for the pass's household in its area; null if it names none.</summary>
    public ulong? HouseholdOf(PassClaims claims) => claims.Household is { } number ? Hash(ForHousehold, claims.Area, number) : null;

    /// <summary>The visit that a record is; null if nobody was let through, or not by a pass that is proven.</summary>
    public VisitEvent? Of(PassageRecord record) =>
        record is { Decision.Verdict: Verdict.Admit, Facts: { IsProven: true, Code.Claims: { } claims } facts }
            ? new(PassOf(claims), HouseholdOf(claims), facts.Direction, facts.Now)
            : null;

    ulong Hash(byte kind, uint area, ulong number)
    {
        Span<byte> text = stackalloc byte[13];
        text[0] = kind;
        BinaryPrimitives.WriteUInt32BigEndian(text[1..], area);
        BinaryPrimitives.WriteUInt64BigEndian(text[5..], number);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
