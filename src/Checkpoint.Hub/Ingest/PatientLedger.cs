using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;

namespace Checkpoint.Hub.Ingest;

/// <summary>Commits, and while the database fails tries again, so that nothing that was taken is dropped.</summary>
sealed class PatientLedger(ILedger ledger, IngestState state, HubMetrics metrics, TimeProvider clock, ILogger<PatientLedger> log)
{
    /// <summary>Longest step of a wait; after each the loop shows that it is alive.</summary>
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Commits a delivery, however often it takes.</summary>
    /// <returns>
    /// The receipt; or null when told to stop while the database still failed. Boxes were not told then, so they keep the records and
    /// send them again.
    /// </returns>
    public async Task<LedgerReceipt?> CommitAsync(LedgerDelivery delivery, CancellationToken stop)
    {
        var retry = new BackOff();
        while (true)
        {
            try
            {
                return Commit(delivery);
            }
            catch (IOException error)
            {
                metrics.CommitFailed();
                state.StorageFailure = error.Message;
                var wait = retry.Next(Random.Shared);
                log.StorageFailed(error, delivery.Records.Count, wait);
                if (!await PauseAsync(wait, stop))
                    return null;
            }
        }
    }

    LedgerReceipt Commit(LedgerDelivery delivery)
    {
        var since = clock.GetTimestamp();
        var receipt = ledger.Commit(delivery);
        metrics.Committed(clock.GetElapsedTime(since));
        if (state.StorageFailure is not null)
            log.StorageBack();
        state.StorageFailure = null;
        return receipt;
    }

    // In short steps, so that waiting for a disk does not look like being stuck.
    async Task<bool> PauseAsync(TimeSpan wait, CancellationToken stop)
    {
        try
        {
            for (var rest = wait; rest > TimeSpan.Zero; rest -= Step)
            {
                state.Turned();
                await Task.Delay(rest < Step ? rest : Step, clock, stop);
            }

            return !stop.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
