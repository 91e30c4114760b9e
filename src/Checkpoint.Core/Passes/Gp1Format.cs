namespace Checkpoint.Passes;

/// <summary>Our own compact pass, <see cref="Gp1"/>.</summary>
sealed class Gp1Format : PassFormat
{
    /// <inheritdoc/>
    public override PassProfile Profile => PassProfile.Gp1;

    /// <inheritdoc/>
    public override bool Recognises(string text) => text.StartsWith(Gp1.Prefix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override PassReading Read(string text)
    {
        if (Gp1.TryRead(text, out var covered, out var signature, out var fault) is not { } claims)
            return new PassReading.Damaged(fault);
        return new PassReading.Signed(new(Profile, claims.Key, SignatureAlgorithm.Es256, covered, signature)
        {
            Claims = claims,
            Window = new(claims.NotBefore, claims.NotAfter.AddMinutes(1)), // it is good through its last minute
        });
    }
}
