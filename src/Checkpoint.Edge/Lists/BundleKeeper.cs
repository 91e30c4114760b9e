using Checkpoint.Bundles;
using Checkpoint.Edge.Outbox;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Lists;

/// <summary>
/// What is in force on this box: takes bundles, keeps them, and only then lets them count. Loaded when it is made. One caller at a time offers;
/// anybody may look.
/// </summary>
sealed class BundleKeeper
{
    // Whoever signed a list may have had a clock somewhat ahead: that must not stop a gate whose clock is right.
    static readonly TimeSpan SignersClock = TimeSpan.FromMinutes(5);

    readonly BundleStore store;
    readonly GatePasses passes;
    readonly GateClock clock;
    readonly OutboxInbox outbox;
    readonly ILogger<BundleKeeper> log;
    volatile BundleState state;

    /// <summary>Loads what is kept.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public BundleKeeper(
        BundleSigner root, BundleStore store, GatePasses passes, GateClock clock, OutboxInbox outbox, ILogger<BundleKeeper> log)
    {
        (this.store, this.passes, this.clock, this.outbox, this.log) = (store, passes, clock, outbox, log);
        (state, var problems) = store.Load(root);
        Use(state);
        foreach (var problem in problems)
        {
            log.BundleDamaged(problem);
            outbox.Raise(AlarmKind.ListDamaged, problem);
        }
    }

    /// <summary>What is in force.</summary>
    public BundleState State => state;

    /// <summary>Offers a bundle.</summary>
    /// <returns>What became of it.</returns>
    public BundleStep Offer(BundleArrival arrival) => Act(arrival, BundleRule.Offer(state, arrival.Text, arrival.Kind));

    /// <summary>Offers a bundle of a folder that keeps its old ones: one that was superseded here is no news, and no reason for an alarm.</summary>
    public void OfferAgain(BundleArrival arrival)
    {
        var step = BundleRule.Offer(state, arrival.Text, arrival.Kind);
        if (!IsSuperseded(step))
            Act(arrival, step);
    }

    bool IsSuperseded(BundleStep step) =>
        step is BundleStep.Refused { Header: { } header, Why: not BundleRefusal.Conflict } && header.Version <= state.VersionOf(header.Kind);

    BundleStep Act(BundleArrival arrival, BundleStep step)
    {
        switch (step)
        {
            case BundleStep.Accepted accepted:
                Take(arrival, accepted);
                break;
            case BundleStep.Refused refused:
                Tell(arrival, refused);
                break;
        }

        return step;
    }

    void Take(BundleArrival arrival, BundleStep.Accepted accepted)
    {
        try
        {
            var isDelta = accepted.Bundle.Header.Kind == BundleKind.Revocation && accepted.Next.Revoked.Deltas > 0;
            store.Keep(arrival.Text.Span, accepted.Bundle, accepted.Next, isDelta ? state.Revoked.Version : null);
        }
        catch (IOException error)
        {
            // It counts all the same: a list that is only in memory is better than an old one. The next start asks the broker again.
            log.BundleNotKept(error, accepted.Bundle.Header.Kind, accepted.Bundle.Header.Version);
        }

        Use(accepted.Next);
        log.BundleAccepted(accepted.Bundle.Header.Kind, accepted.Bundle.Header.Version, arrival.Source);
        outbox.ListsChanged();
    }

    void Use(BundleState next)
    {
        state = next;
        passes.Use(next);
        if (next.NewestIssued is { } issued)
            clock.Raise(issued - SignersClock);
    }

    void Tell(BundleArrival arrival, BundleStep.Refused refused)
    {
        var words = BundleWords.Of(refused.Why);
        log.BundleRefused(arrival.Source, refused.Why, words.English, refused.Detail);
        var name = refused.Header is { } header ? $"{WireName<BundleKind>.Of(header.Kind)} {header.Version}" : "bundle";
        outbox.Raise(
            AlarmKind.ListRefused, $"{name}: {WireName<BundleRefusal>.Of(refused.Why)}{(refused.WantsWhole ? $"; whole list wanted, {state.Revoked.Version} in force" : "")}");
    }
}
