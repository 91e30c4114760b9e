using Checkpoint.Journaling;

namespace Checkpoint.Hub.Ledgers;

/// <summary>One page of the ledger, in order of arrival.</summary>
/// <param name="Device">Only this box, or null for all.</param>
/// <param name="After">Receipt number of the last row seen, 0 for the beginning.</param>
/// <param name="Limit">Rows at most, 1 … <see cref="MaxLimit"/>.</param>
sealed record LedgerQuery(DeviceId? Device, long After, int Limit)
{
    /// <summary>Rows in one page at most.</summary>
    public const int MaxLimit = 1000;
}
