using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Passes;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes;

/// <summary>The 24 codes of a self-test card, under keys that are made for it and thrown away.</summary>
sealed class CardCodes : IDisposable
{
    static readonly KeyId CardKey = KeyId.Of(0xca2d);
    static readonly TimeSpan Before = TimeSpan.FromDays(2 * 365);
    static readonly TimeSpan After = TimeSpan.FromDays(5 * 365);

    readonly ECDsa key = KeyFiles.New();
    readonly ECDsa certificateKey = KeyFiles.New();
    readonly DateTimeOffset now;
    readonly uint area;
    readonly List<PassNumber> taken = [];

    /// <summary>Makes the keys.</summary>
    /// <param name="now">The day that the card is made.</param>
    /// <param name="area">The village that the card plays.</param>
    public CardCodes(DateTimeOffset now, uint area)
    {
        (this.now, this.area) = (now, area);
        Issuer = new(PassProfile.Gp1, CardKey, key, now - Before, now + After) { Fingerprint = PublicKey.Fingerprint(key), Name = "self-test card" };
        Certificate = TestCertificate.Issuer(certificateKey, now - Before, now + After);
        Codes = [.. Make()];
    }

    /// <summary>The card's key for passes.</summary>
    public IssuerKey Issuer { get; }

    /// <summary>The card's key for certificates.</summary>
    public IssuerKey Certificate { get; }

    /// <summary>The codes in order.</summary>
    public IReadOnlyList<PlannedCode> Codes { get; }

    /// <summary>The card's passes that are taken back.</summary>
    public RevocationList Revoked => new(
        1,
        now,
        [
            KeyValuePair.Create(
                (PassProfile.Gp1, CardKey),
                new RevokedPasses(IsWithdrawn: false, PrefixSet.Of(RevocationList.PrefixBytes, taken.Select(pass => (ReadOnlyMemory<byte>)RevocationList.Hash(pass.Id, pass.Key))))),
        ]);

    /// <inheritdoc/>
    public void Dispose()
    {
        key.Dispose();
        certificateKey.Dispose();
    }

    IEnumerable<PlannedCode> Make()
    {
        var good = new PassRequest(PassClass.Resident, area, now.AddDays(-1), now + After - TimeSpan.FromDays(1));
        foreach (var kind in new[] { PassClass.Resident, PassClass.Returnee, PassClass.Visitor, PassClass.Worker, PassClass.Volunteer, PassClass.Emergency })
            yield return Pass(good with { Class = kind }, CodeOutcome.Valid, "有效 valid");
        yield return Pass(good with { Household = 17 }, CodeOutcome.Valid, "有效 valid");
        yield return Pass(good with { Household = 18, Destination = area, Plate = "TEST", Name = "TEST" }, CodeOutcome.Valid, "有效 valid");
        for (var i = 0; i < 3; i++)
            yield return Pass(good with { From = now.AddDays(-300), Until = now.AddDays(-200 - i) }, CodeOutcome.Expired, "过期 expired");
        for (var i = 0; i < 3; i++)
            yield return Taken(Pass(good, CodeOutcome.Revoked, "作废 revoked"));
        for (var i = 1; i <= 3; i++)
            yield return Pass(good with { Area = area + (uint)i }, CodeOutcome.WrongArea, "别村 other village");
        for (var i = 1; i <= 2; i++)
            yield return new(TestCertificate.Issue(Certificate, certificateKey, i), default, CodeOutcome.Valid, "HC1 有效 valid", Damage: 0);
        foreach (var share in new[] { 0.05, 0.15, 0.15, 0.25, 0.25 })
            yield return Damaged(good, share);
    }

    PlannedCode Pass(PassRequest request, CodeOutcome expected, string caption)
    {
        var (number, text) = request.Issue(Issuer, key);
        return new(text, number, expected, caption, Damage: 0);
    }

    PlannedCode Taken(PlannedCode code)
    {
        taken.Add(code.Number);
        return code;
    }

    // Level M restores up to 18.6 % of this size: the first three must be read, the last two cannot be.
    PlannedCode Damaged(PassRequest good, double share)
    {
        var isReadable = share < 0.18;
        var caption = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"污损 {share:0 %} {(isReadable ? "可读 valid" : "读不出 unreadable")}");
        var pass = Pass(good, CodeOutcome.Valid, caption);
        return pass with { Damage = share, Expected = isReadable ? CodeOutcome.Valid : null };
    }
}
