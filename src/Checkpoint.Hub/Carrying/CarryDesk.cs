using Checkpoint.Carrying;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Carrying;

/// <summary>Takes files of entries into the ledger: the same rule, plan and tables as what comes from the broker.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="fleet">The boxes that are known.</param>
/// <param name="clock">The hub's clock.</param>
sealed class CarryDesk(ILedger ledger, IReadOnlySet<DeviceId> fleet, TimeProvider clock)
{
    /// <summary>Entries in one commit.</summary>
    public const int AtOnce = 1000;

    /// <summary>Takes one file.</summary>
    /// <param name="text">Bytes from anybody.</param>
    /// <param name="stored">Told of each commit, once it is on the disk.</param>
    /// <exception cref="IOException">The database failed; what was told of is stored, and the file may be taken again.</exception>
    public CarryReceipt Take(ReadOnlyMemory<byte> text, Action<LedgerDelivery, LedgerReceipt> stored)
    {
        var file = RecordsFile.TryRead(text, out var refusal);
        if (file is null)
            return new(refusal, Stream: null);
        refusal = Judge(file.Header);
        return refusal == CarryRefusal.None ? Store(file, stored) : new(refusal, file.Header.Stream);
    }

    /// <summary>A person says that this is the box's key from now on.</summary>
    /// <exception cref="IOException">The database failed.</exception>
    public CarryRefusal Trust(DeviceId device, string key)
    {
        if (!fleet.Contains(device))
            return CarryRefusal.UnknownDevice;
        if (BoxKey.TryFingerprint(key) is null)
            return CarryRefusal.Malformed;
        ledger.Keys.Trust(device, key, clock.GetUtcNow());
        return CarryRefusal.None;
    }

    CarryRefusal Judge(RecordsHeader header)
    {
        if (!fleet.Contains(header.Device))
            return CarryRefusal.UnknownDevice;
        var known = ledger.Keys.Meet(header.Device, header.Key, clock.GetUtcNow());
        return string.Equals(known, header.Key, StringComparison.Ordinal) ? CarryRefusal.None : CarryRefusal.OtherKey;
    }

    CarryReceipt Store(RecordsFile file, Action<LedgerDelivery, LedgerReceipt> stored)
    {
        var sum = new CarryReceipt(CarryRefusal.None, file.Header.Stream) { Numbers = [.. file.Header.Numbers], Written = file.Header.Written };
        foreach (var records in file.Records.Chunk(AtOnce))
        {
            var delivery = new LedgerDelivery(clock.GetUtcNow(), records, [], []);
            var receipt = ledger.Commit(delivery);
            stored(delivery, receipt);
            sum = Add(sum, receipt);
        }

        return sum;
    }

    static CarryReceipt Add(CarryReceipt sum, LedgerReceipt receipt)
    {
        var mark = receipt.Watermarks[0].Watermark;
        return sum with
        {
            New = sum.New + receipt.Stored.Count,
            Known = sum.Known + receipt.Duplicates,
            Wrong = sum.Wrong + receipt.Conflicts.Count + receipt.Broken.Count,
            Refused = sum.Refused + receipt.Refused,
            UpTo = mark.UpTo,
            Missing = mark.Missing,
        };
    }
}
