using System.Security.Cryptography;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes;

/// <summary>What a pass is asked to say.</summary>
/// <param name="Class">What for.</param>
/// <param name="Area">Where it is good.</param>
/// <param name="From">First minute, UTC.</param>
/// <param name="Until">Last minute, UTC.</param>
sealed record PassRequest(PassClass Class, uint Area, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The household, or null.</summary>
    public uint? Household { get; init; }

    /// <summary>Where the bearer goes, or null.</summary>
    public uint? Destination { get; init; }

    /// <summary>The vehicle's plate, or null; the pass holds a check of it only.</summary>
    public string? Plate { get; init; }

    /// <summary>The bearer's name, or null; the pass holds a check of it only.</summary>
    public string? Name { get; init; }

    /// <summary>Issues the pass under a new random name.</summary>
    /// <param name="issuer">What the key may issue.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="InvalidDataException">The key may not issue it: gates would refuse it.</exception>
    public (PassNumber Number, string Text) Issue(IssuerKey issuer, ECDsa key)
    {
        Check(issuer);
        var id = PassId.FromBytes(RandomNumberGenerator.GetBytes(PassId.Length));
        var claims = new PassClaims(id, Class, issuer.Id, Area, From, Until)
        {
            Household = Household,
            Destination = Destination,
            Vehicle = Plate is null ? null : SaltedCheck.OfVehicle(id, Plate),
            NameCheck = Name is null ? null : SaltedCheck.OfName(id, Name),
        };
        return (new(issuer.Id, id), Gp1.Issue(claims, key));
    }

    void Check(IssuerKey issuer)
    {
        if (Until <= From)
            throw new InvalidDataException("截止早于起始。 The last day is before the first.");
        if (From < issuer.NotBefore || Until > issuer.NotAfter)
            throw new InvalidDataException($"有效期超出密钥 {issuer.Id} 的期限（{issuer.NotBefore:yyyy-MM-dd}…{issuer.NotAfter:yyyy-MM-dd}）。 The dates are outside the key's own.");
        if (!issuer.Classes.IsEmpty && !issuer.Classes.Contains(Class))
            throw new InvalidDataException($"密钥 {issuer.Id} 不能发此类证。 The key may not issue that class.");
        if (!issuer.Areas.IsEmpty && !issuer.Areas.Contains(Area))
            throw new InvalidDataException($"密钥 {issuer.Id} 不能发此区域的证。 The key may not issue for that area.");
        if (Household == 0 || Destination == 0)
            throw new InvalidDataException("户号和区域从 1 起。 Households and areas are numbered from 1.");
    }
}
