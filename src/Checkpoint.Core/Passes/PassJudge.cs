using System.Diagnostics;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Passes;

/// <summary>Judges a signed pass that could be read: signature, content, issuer's purpose, revocation, issuer's time, its own time.</summary>
/// <param name="lists">What it is judged against.</param>
sealed class PassJudge(PassLists lists)
{
    /// <summary>
    /// Keys that are tried when a pass names none that is listed, to tell a wrong name from an unknown issuer. A signature costs a box some
    /// 0.5 ms; a longer list of keys leaves the answer at "unknown issuer".
    /// </summary>
    public const int MaxTrials = 16;

    /// <summary>Judges one pass.</summary>
    public CodeCheck Judge(SignedPass pass, CheckTime time)
    {
        var outcome = WhoSigned(pass, out var key);
        outcome = key is null ? outcome : JudgeSigned(pass, key, time);
        return new(outcome, pass.Claims)
        {
            Profile = pass.Profile,
            Fault = outcome == CodeOutcome.Damaged ? PassFault.Content : null,
            Document = pass.Document,
        };
    }

    CodeOutcome WhoSigned(SignedPass pass, out IssuerKey? key)
    {
        key = null;
        var named = lists.Trust.Find(pass.Profile, pass.Key).RemoveAll(candidate => !pass.Names(candidate));
        if (named.IsEmpty)
            return FitsAnother(pass) ? CodeOutcome.KeyMismatch : CodeOutcome.UnknownIssuer;
        key = named.FirstOrDefault(pass.IsSignedBy);
        return key is null ? CodeOutcome.BadSignature : CodeOutcome.Valid;
    }

    // In our own pass the key's name is short and covered by the signature: a wrong one would be the issuer's own.
    bool FitsAnother(SignedPass pass) => pass.Profile != PassProfile.Gp1 && lists.Trust.Keys
        .Where(key => key.Profile == pass.Profile && (key.Id == pass.Key || IsOf(key, pass.Issuer)))
        .Take(MaxTrials)
        .Any(pass.IsSignedBy);

    static bool IsOf(IssuerKey key, string? issuer) =>
        key.Issuer is null || issuer is null || string.Equals(key.Issuer, issuer, StringComparison.Ordinal);

    CodeOutcome JudgeSigned(SignedPass pass, IssuerKey key, CheckTime time)
    {
        if (pass.Claims is not { } claims)
            return CodeOutcome.Damaged;
        if (!MayIssue(key, claims) || !Hc1Purposes.Allow(key.Purposes, pass.Kinds))
            return CodeOutcome.IssuerNotAllowed;
        if (IsRevoked(pass))
            return CodeOutcome.Revoked;

        var issuer = new ValidityWindow(key.NotBefore, key.NotAfter).At(time);
        if (issuer is Standing.Before or Standing.After)
            return CodeOutcome.IssuerOutOfDate;
        return issuer == Standing.Unsure ? CodeOutcome.ClockNotTrusted : OutcomeOf(pass.Window.At(time));
    }

    static bool MayIssue(IssuerKey key, PassClaims claims) =>
        (key.Classes.IsEmpty || key.Classes.Contains(claims.Class)) && (key.Areas.IsEmpty || key.Areas.Contains(claims.Area));

    bool IsRevoked(SignedPass pass) =>
        pass.RevocationName is { } name && lists.Cards.IsRevoked(pass.Key, name, pass.Window.From);

    static CodeOutcome OutcomeOf(Standing standing) => standing switch
    {
        Standing.Within => CodeOutcome.Valid,
        Standing.Before => CodeOutcome.NotYetValid,
        Standing.After => CodeOutcome.Expired,
        Standing.Unsure => CodeOutcome.ClockNotTrusted,
        _ => throw new UnreachableException(),
    };
}
