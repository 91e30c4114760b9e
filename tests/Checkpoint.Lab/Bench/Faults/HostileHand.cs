using Checkpoint.Testing.Faults;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>
/// Disturbs a line in every way there is, one after another: slow, in single bytes, stalled, reset, garbage, callers sent away and hung up on,
/// half-open. Between the breaks a call is refused, or the box would take the broker's malice for a second box of its name and rest for minutes.
/// </summary>
sealed class HostileHand(FaultProxy line, TimeProvider clock)
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>What was done.</summary>
    public int Acts { get; private set; }

    /// <summary>Disturbs until <paramref name="until"/>, and leaves the line good and every call broken off.</summary>
    public async Task DisturbAsync(DateTimeOffset until, CancellationToken cancel)
    {
        while (clock.GetUtcNow() < until)
        {
            await SpoilAsync(LineFault.Slow, until, cancel);
            await SpoilAsync(LineFault.Split, until, cancel);
            await SpoilAsync(LineFault.Garbage, until, cancel);
            line.Reset(); // noise that promises a long message is waited for
            await ForCallerAsync(LineFault.Unwelcome, until, cancel);
            await ForCallerAsync(LineFault.None, until, cancel);
            await SpoilAsync(LineFault.Stalled, until, cancel);
            line.Reset();
            await ForCallerAsync(LineFault.Garbage, until, cancel);
            await ForCallerAsync(LineFault.Refused, until, cancel);
            await ForCallerAsync(LineFault.None, until, cancel);
            await SpoilAsync(LineFault.StalledDown, until, cancel);
            line.HalfOpen();
            await SpoilAsync(LineFault.None, until, cancel);
            line.Reset();
        }

        line.Fault = LineFault.None;
        line.Reset();
    }

    async Task SpoilAsync(LineFault fault, DateTimeOffset until, CancellationToken cancel)
    {
        Begin(fault, until);
        var left = until - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
            await Task.Delay(left < Beat ? left : Beat, clock, cancel);
    }

    // Until the box has called, which it does when its back-off says so, and a moment longer.
    async Task ForCallerAsync(LineFault fault, DateTimeOffset until, CancellationToken cancel)
    {
        Begin(fault, until);
        var before = line.Called;
        while (line.Called == before && clock.GetUtcNow() < until)
            await Task.Delay(Look, clock, cancel);
        await SpoilAsync(fault, until, cancel);
    }

    void Begin(LineFault fault, DateTimeOffset until)
    {
        line.Fault = fault;
        if (clock.GetUtcNow() < until)
            Acts++;
    }
}
