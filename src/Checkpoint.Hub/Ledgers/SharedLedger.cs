using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One ledger for what comes from the broker and for what is carried by hand: they take turns.</summary>
sealed class SharedLedger(ILedger ledger) : ILedger, IBoxKeys
{
    readonly Lock turn = new();

    public IBoxKeys Keys => this;

    public LedgerReceipt Commit(LedgerDelivery delivery)
    {
        lock (turn)
            return ledger.Commit(delivery);
    }

    public string Meet(DeviceId device, string key, DateTimeOffset at)
    {
        lock (turn)
            return ledger.Keys.Meet(device, key, at);
    }

    public void Trust(DeviceId device, string key, DateTimeOffset at)
    {
        lock (turn)
            ledger.Keys.Trust(device, key, at);
    }

    public void Dispose()
    {
        lock (turn)
            ledger.Dispose();
    }
}
