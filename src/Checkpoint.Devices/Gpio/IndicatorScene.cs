using Checkpoint.Signals;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// What is on at each moment from a signal on, until the next one. Pure. A signal replaces the one before at once, but for the relay: whoever
/// was let through is let through for the whole pulse while the gate only asks the next one, and a verdict that stops somebody ends it.
/// </summary>
sealed record IndicatorScene
{
    readonly IndicatorWiring wiring;
    readonly TimeSpan since;
    readonly TimeSpan openUntil;
    readonly IndicatorLines lamps;
    readonly Rhythm light;
    readonly Rhythm tone;

    IndicatorScene(IndicatorWiring wiring, Signal? signal, TimeSpan since, TimeSpan openUntil)
    {
        (this.wiring, this.since, this.openUntil) = (wiring, since, openUntil);
        if (signal is null)
            return;
        lamps = wiring.LampsOf(signal.Light.Colour);
        light = new(signal.Light.On, signal.Light.Off, signal.Light.Count);
        tone = signal.Tone.Count == 0 ? default : new(signal.Tone.On, signal.Tone.Off, signal.Tone.Count);
    }

    /// <summary>Everything off.</summary>
    public static IndicatorScene Dark(IndicatorWiring wiring) => new(wiring, signal: null, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>What follows when a signal is shown.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="at">When, on a clock that only goes forward.</param>
    public IndicatorScene Show(Signal signal, TimeSpan at) => new(wiring, signal, at, signal.Kind switch
    {
        SignalKind.Admit => at + wiring.RelayPulse,
        SignalKind.Free or SignalKind.Welcome or SignalKind.Measuring or SignalKind.WhichColour or SignalKind.AlreadyRegistered
            or SignalKind.StillWriting => openUntil,
        _ => TimeSpan.Zero,
    });

    /// <summary>What is on.</summary>
    /// <param name="at">When, on the same clock.</param>
    public IndicatorLines LinesAt(TimeSpan at) => wiring.Wired & (
        (light.IsOnAt(at - since) ? lamps : IndicatorLines.None)
        | (tone.IsOnAt(at - since) ? IndicatorLines.Buzzer : IndicatorLines.None)
        | (at < openUntil ? IndicatorLines.Relay : IndicatorLines.None));

    /// <summary>When something goes on or off next; null if all stays as it is.</summary>
    /// <param name="at">When, on the same clock.</param>
    public TimeSpan? NextChangeAfter(TimeSpan at)
    {
        TimeSpan?[] changes = [since + light.NextChangeAfter(at - since), since + tone.NextChangeAfter(at - since), at < openUntil ? openUntil : null];
        return changes.Min();
    }
}
