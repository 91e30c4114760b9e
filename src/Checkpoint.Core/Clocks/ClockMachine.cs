using Checkpoint.Journaling;

namespace Checkpoint.Clocks;

/// <summary>
/// What becomes of the gate's time when the system's clock says something. A time server's word is kept by the monotonic clock, so that
/// nothing that steps the system's clock later can move the gate; another time server that contradicts it has to go on doing so. Without one,
/// the gate follows the system's clock and says when it was stepped. Pure, and it never waits.
/// </summary>
public static class ClockMachine
{
    /// <summary>A difference below this is no step: slewing, rounding, a look that took its time.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>So long a time server has to go on contradicting what is known before the gate yields.</summary>
    public static readonly TimeSpan YieldAfter = TimeSpan.FromMinutes(10);

    /// <summary>What a time server may correct on top of the drift before that counts as contradicting an earlier one.</summary>
    static readonly TimeSpan Correction = TimeSpan.FromSeconds(10);

    /// <summary>Takes one look at the clocks.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="reading">What they say; not earlier than the look before, by <see cref="ClockReading.Mono"/>.</param>
    public static ClockStep Look(ClockState state, ClockReading reading)
    {
        if (state is { IsBatteryDoubted: true } && reading.Claim is ClockQuality.Rtc)
            reading = reading with { Claim = ClockQuality.Estimated };
        if (state.Tie is not { } tie)
            return new(GiveUpSeen(state, reading) with { Tie = reading }, null);

        var before = state.At(reading.Mono);
        if (reading.Claim is ClockQuality.Synced)
            return IsPossible(tie, reading, before) ? Follow(state, reading, before) : Contradict(state, reading, before);
        return state.WasSynced ? Refuse(state, reading, before) : Follow(state, reading, before);
    }

    // Two time servers cannot both be right; an honest one corrects the drift.
    static bool IsPossible(ClockReading tie, ClockReading reading, GateTime before) => tie.Claim is not ClockQuality.Synced
        || (reading.Wall - before.Wall).Duration() <= Correction + ((reading.Mono - tie.Mono) * ClockState.Drift * 5);

    static ClockStep Follow(ClockState state, ClockReading reading, GateTime before)
    {
        var isStep = (reading.Wall - before.Wall).Duration() > Tolerance;
        var isByHand = isStep && reading.Claim is ClockQuality.Rtc;
        var tie = isByHand ? reading with { Claim = ClockQuality.Estimated } : reading;
        var next = GiveUpSeen(state, reading) with { Tie = tie, Dispute = null, Refused = TimeSpan.Zero, IsBatteryDoubted = state.IsBatteryDoubted || isByHand };
        var after = next.At(reading.Mono);
        if (after.Quality > before.Quality)
            return new(next, new(ClockTurn.Set, before, after, reading.Wall));
        return new(next, isStep ? new(ClockTurn.Stepped, before, after, reading.Wall) : null);
    }

    static ClockStep Contradict(ClockState state, ClockReading reading, GateTime before)
    {
        var by = reading.Wall - before.Wall;
        var isSame = state.Dispute is { } dispute && (dispute.By - by).Duration() <= Correction;
        var since = isSame ? state.Dispute!.Value.Since : reading.Mono;
        if (reading.Mono - since < YieldAfter)
            return new(state with { Dispute = (since, by) }, null);

        var next = state with { Tie = reading, Dispute = null };
        return new(next, new(ClockTurn.Yielded, before, next.At(reading.Mono), reading.Wall));
    }

    static ClockStep Refuse(ClockState state, ClockReading reading, GateTime before)
    {
        var by = reading.Wall - before.Wall;
        var isNews = (by - state.Refused).Duration() > Tolerance;
        var next = state with { Dispute = null, Refused = isNews ? by : state.Refused };
        var now = next.At(reading.Mono);
        return new(next, isNews && by.Duration() > Tolerance ? new(ClockTurn.Refused, now, now, reading.Wall) : null);
    }

    // Entries were made in a future that a wrong clock invented: without this the box would know no time until that future comes.
    static ClockState GiveUpSeen(ClockState state, ClockReading reading)
    {
        if (reading.Claim is not ClockQuality.Synced || reading.Wall >= state.Seen || reading.Wall < state.Proven)
            return state with { BehindSince = null };
        var since = state.BehindSince ?? reading.Mono;
        return reading.Mono - since >= YieldAfter ? state.Unseen() with { BehindSince = null } : state with { BehindSince = since };
    }
}
