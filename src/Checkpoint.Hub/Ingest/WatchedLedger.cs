using Checkpoint.Carrying;
using Checkpoint.Delivery;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ingest;

/// <summary>Commits, and lets health and metrics see how it goes.</summary>
sealed class WatchedLedger(ILedger ledger, IngestPulse pulse, HubMetrics metrics, TimeProvider clock, ILogger<WatchedLedger> log)
{
    /// <summary>Whether a box is known by this key; the first one that it is heard with is kept. What is no key is not one to know it by.</summary>
    /// <exception cref="IOException">The database failed.</exception>
    public bool Knows(DeviceId device, string key) => BoxKey.TryFingerprint(key) is not null
        && string.Equals(ledger.Keys.Meet(device, key, clock.GetUtcNow()), key, StringComparison.Ordinal);

    /// <summary>Commits what the ingest has in its hand.</summary>
    /// <exception cref="IOException">The database failed; nothing is stored.</exception>
    public (LedgerDelivery Delivery, LedgerReceipt Receipt) Commit(IngestDelivery inHand)
    {
        var delivery = new LedgerDelivery(clock.GetUtcNow(), [.. inHand.Batches.SelectMany(batch => batch.Records)], inHand.Aside, inHand.Asked);
        var since = clock.GetTimestamp();
        try
        {
            var receipt = ledger.Commit(delivery);
            metrics.Committed(clock.GetElapsedTime(since));
            if (pulse.StorageFailure is not null)
                log.StorageBack();
            pulse.StorageFailure = null;
            return (delivery, receipt);
        }
        catch (IOException error)
        {
            metrics.CommitFailed();
            pulse.StorageFailure = error.Message;
            throw;
        }
    }
}
