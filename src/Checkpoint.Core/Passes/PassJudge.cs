using System.Collections.Immutable;
using System.Diagnostics;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Inspecting;
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

    /// <summary>Judges every step by itself, where <see cref="Judge"/> ends at the first that fails. What an earlier step leaves open is not judged.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="time">When.</param>
    /// <param name="key">The key that signed it; null if none is known to have.</param>
    public ImmutableArray<PassFinding> Inspect(SignedPass pass, CheckTime time, out IssuerKey? key)
    {
        var signature = WhoSigned(pass, out key);
        if (key is null || pass.Claims is not { } claims)
        {
            return
            [
                new(PassStep.Signature, signature), new(PassStep.Content, key is null ? null : CodeOutcome.Damaged), new(PassStep.Permission, null),
                new(PassStep.Revocation, null), new(PassStep.IssuerTime, null), new(PassStep.Validity, null), new(PassStep.Scope, null),
            ];
        }

        var isRevoked = IsRevoked(pass) || lists.Gate.Revoked.IsRevoked(pass.Profile, claims);
        return
        [
            new(PassStep.Signature, signature),
            new(PassStep.Content, CodeOutcome.Valid),
            new(PassStep.Permission, MayIssue(pass, key, claims) ? CodeOutcome.Valid : CodeOutcome.IssuerNotAllowed),
            new(PassStep.Revocation, isRevoked ? CodeOutcome.Revoked : CodeOutcome.Valid),
            new(PassStep.IssuerTime, IssuerTimeOf(key, time)),
            new(PassStep.Validity, OutcomeOf(pass.Window.At(time))),
            new(PassStep.Scope, lists.Gate.Scope.Judge(claims)),
        ];
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
        if (!MayIssue(pass, key, claims))
            return CodeOutcome.IssuerNotAllowed;
        if (IsRevoked(pass))
            return CodeOutcome.Revoked;
        var issuer = IssuerTimeOf(key, time);
        return issuer == CodeOutcome.Valid ? OutcomeOf(pass.Window.At(time)) : issuer;
    }

    static bool MayIssue(SignedPass pass, IssuerKey key, PassClaims claims) =>
        (key.Classes.IsEmpty || key.Classes.Contains(claims.Class)) && (key.Areas.IsEmpty || key.Areas.Contains(claims.Area))
        && Hc1Purposes.Allow(key.Purposes, pass.Kinds);

    static CodeOutcome IssuerTimeOf(IssuerKey key, CheckTime time) => new ValidityWindow(key.NotBefore, key.NotAfter).At(time) switch
    {
        Standing.Within => CodeOutcome.Valid,
        Standing.Unsure => CodeOutcome.ClockNotTrusted,
        _ => CodeOutcome.IssuerOutOfDate,
    };

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
