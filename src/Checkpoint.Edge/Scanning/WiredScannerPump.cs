using System.Collections.Immutable;
using Checkpoint.Delivery;
using Checkpoint.Devices;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Scanning;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Scanning;

/// <summary>Takes the codes that scanners on a wire read by themselves, and tells the gate. A scanner that is gone is waited for.</summary>
sealed class WiredScannerPump(
    ImmutableArray<ICodeReader> scanners, PassDesk desk, PassageInbox inbox, OutboxInbox outbox, GateClock clock, TimeProvider time, ILogger<WiredScannerPump> log)
    : BackgroundService
{
    /// <summary>The same code again within this time is the same showing.</summary>
    public static readonly TimeSpan SameShowing = TimeSpan.FromSeconds(1);

    /// <summary>The first wait for a scanner that is gone; it doubles.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>The last wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    readonly long start = time.GetTimestamp();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(scanners.Select((scanner, index) => WatchAsync(scanner, index + 1, stoppingToken)));

    async Task WatchAsync(ICodeReader scanner, int number, CancellationToken cancel)
    {
        for (var failures = 0; !cancel.IsCancellationRequested; failures++)
        {
            try
            {
                await foreach (var symbol in NewOnesAsync(scanner, cancel))
                {
                    failures = 0;
                    await inbox.PostAsync(desk.Take(symbol, clock.Elapsed), cancel);
                }
            }
            catch (IOException error)
            {
                var wait = BackOff.Doubled(ShortestWait, failures, LongestWait);
                log.WiredScannerLost(error, number, wait);
                if (failures == 1)
                    outbox.Raise(AlarmKind.CodeReaderFault, $"scanner {number} is gone");
                await Task.Delay(wait, time, cancel);
            }
        }
    }

    async IAsyncEnumerable<Symbol> NewOnesAsync(ICodeReader scanner, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        (CodeFingerprint Code, TimeSpan At)? last = null;
        await foreach (var symbol in scanner.WatchAsync(cancel))
        {
            var (code, now) = (CodeFingerprint.Of(symbol), time.GetElapsedTime(start));
            var isSame = last is { } before && before.Code == code && now - before.At < SameShowing;
            last = (code, now);
            if (!isSame)
                yield return symbol;
        }
    }
}
