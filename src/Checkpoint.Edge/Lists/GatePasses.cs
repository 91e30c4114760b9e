using System.Collections.Immutable;
using Checkpoint.Bundles;
using Checkpoint.Passes;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;
using Checkpoint.Scanning;

namespace Checkpoint.Edge.Lists;

/// <summary>Checks codes against the lists in force. New lists take effect with the next code, whole or not at all; no code waits for them.</summary>
/// <param name="clock">The gate's time.</param>
/// <param name="scope">Which passes this checkpoint takes.</param>
/// <param name="log">Where it is noted that a list may be too old.</param>
sealed class GatePasses(GateClock clock, GateScope scope, ILogger<GatePasses> log)
{
    volatile Snapshot current = new(new(PassLists.Empty), ImmutableDictionary<BundleKind, BundleHeader>.Empty);

    /// <summary>Takes new lists into force.</summary>
    public void Use(BundleState state) => current = new(new(state.ListsFor(scope)), state.InForce);

    /// <summary>Checks one code.</summary>
    public CodeCheck Check(Symbol symbol) => Check((verifier, time) => verifier.Check(symbol, time));

    /// <summary>Checks a health card whose parts have been put together.</summary>
    public CodeCheck Check(ShcCard card) => Check((verifier, time) => verifier.Check(card, time));

    CodeCheck Check(Func<PassVerifier, CheckTime, CodeCheck> verify)
    {
        var (verifier, lists) = current;
        var time = clock.CheckTime;
        var check = verify(verifier, time);
        if (ListAge.Of(check.Outcome, lists, time) is not { } list)
            return check;
        if (check.Outcome == CodeOutcome.UnknownIssuer)
            Note(lists, list);
        return check with { List = list with { Issued = list.Issued is { } issued ? clock.ToLocal(issued) : null } };
    }

    void Note(ImmutableDictionary<BundleKind, BundleHeader> lists, ListAge list)
    {
        if (lists.TryGetValue(list.Kind, out var header))
            log.UnknownIssuer(header.Version, list.Days);
        else
            log.NoTrustList();
    }

    sealed record Snapshot(PassVerifier Verifier, ImmutableDictionary<BundleKind, BundleHeader> Lists);
}
