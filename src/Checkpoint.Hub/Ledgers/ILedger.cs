namespace Checkpoint.Hub.Ledgers;

/// <summary>
/// Where records end up. Used by one loop; SQLite for one hub, PostgreSQL for several.
/// </summary>
interface ILedger : IDisposable
{
    /// <summary>
    /// Stores a delivery in one transaction, all of it or nothing; on the disk when it returns. Giving it the same delivery again is
    /// harmless.
    /// </summary>
    /// <exception cref="IOException">The database cannot be reached or written; nothing of the delivery is stored.</exception>
    LedgerReceipt Commit(LedgerDelivery delivery);

    /// <summary>The keys that boxes sign with what is carried by hand. Used by the same loop.</summary>
    IBoxKeys Keys { get; }
}
