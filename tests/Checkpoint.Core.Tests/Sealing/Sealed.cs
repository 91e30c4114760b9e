using System.Security.Cryptography;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;

namespace Checkpoint.Sealing;

/// <summary>A hub with a key, and a box that seals to it.</summary>
sealed class Sealed : IDisposable
{
    readonly ECDsa key = County.NewKey();
    readonly SealingKey to;
    readonly OpeningKey opening;

    public Sealed()
    {
        to = new(new(HubKeyUse.Seal, key, County.Issued, County.Issued.AddYears(1)));
        opening = new(key);
    }

    /// <summary>Somebody, in two scripts.</summary>
    public static PersonalFields Somebody { get; } = new()
    {
        Name = "张三 \"Zhang\" 😀",
        IdNumber = "11010519491231002X",
        BirthDate = "1949-12-31",
        Certificate = "URN:UVCI:01:XX:187/37512422923#Z",
        Phone = "13800000000",
        Plate = "豫S12345",
        From = "十里镇",
        To = "县医院",
        Purpose = "就医",
        Occupants = ["李雷", "韩梅梅"],
    };

    /// <summary>The hub's private key.</summary>
    public ECDsa Key => key;

    /// <summary>Seals as a box does.</summary>
    public FieldSeal Seal(PersonalFields fields)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return to.Seal(fields, ephemeral, RandomNumberGenerator.GetBytes(CompactJwe.NonceBytes));
    }

    /// <summary>Seals what must be sealed.</summary>
    public string Token(PersonalFields fields) => Seal(fields).ShouldBeOfType<FieldSeal.Closed>().Token;

    /// <summary>Opens as the hub does.</summary>
    public PersonalFields? Open(string token, out OpenFault fault) => opening.TryOpen(token, out fault);

    /// <inheritdoc/>
    public void Dispose()
    {
        to.Dispose();
        opening.Dispose();
        key.Dispose();
    }
}
