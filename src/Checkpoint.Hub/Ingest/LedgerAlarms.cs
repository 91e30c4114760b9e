using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>Tells people what the ledger found wrong with what boxes sent. Nothing of the records' content is said.</summary>
sealed class LedgerAlarms(ILedgerQueries queries, HubMetrics metrics, ILogger<LedgerAlarms> log)
{
    const string Unknown = "?";

    /// <summary>What one commit found.</summary>
    public void Report(LedgerDelivery delivery, LedgerReceipt receipt)
    {
        foreach (var conflict in receipt.Conflicts)
            log.Conflict(conflict.Device, conflict.Epoch, conflict.Seq);
        foreach (var broken in receipt.Broken)
            log.BrokenLink(broken.Device, broken.Epoch, broken.Seq);
        foreach (var (now, before) in receipt.Replaced)
            log.JournalReplaced(now.Device, now.Epoch, before.Epoch);
        if (receipt.Refused > 0)
            log.RecordsRefused(receipt.Refused);
        if (delivery.Aside.Count > 0)
            log.PutAside(delivery.Aside.Count, delivery.Aside[0].Reason);
    }

    /// <summary>A box signs with another key than the one that it is known by.</summary>
    public void OtherKey(DeviceId device)
    {
        metrics.OtherKeyMet();
        log.OtherKey(device);
    }

    /// <summary>
    /// Holes that stand, each with the window of time that it lies in, as far as the ledger knows it. What another hub or a stick has filled
    /// meanwhile is none.
    /// </summary>
    public void Report(OpenGap gap)
    {
        List<SeqRange> holes = [.. gap.Holes.Where(hole => !IsBegunToFill(gap.Stream, hole))];
        if (holes.Count > 0)
            metrics.GapFound();
        foreach (var hole in holes)
        {
            var (after, before) = Window(gap.Stream, hole);
            log.GapFound(gap.Stream.Device, gap.Stream.Epoch, hole.First, hole.Last, after, before);
        }
    }

    bool IsBegunToFill(StreamKey stream, SeqRange hole)
    {
        try
        {
            return queries.Around(stream, new(hole.First + 1, hole.First + 1)).Any(row => row.Record.Key.Seq == hole.First);
        }
        catch (IOException error)
        {
            log.LedgerUnreadable(error);
            return false;
        }
    }

    (string After, string Before) Window(StreamKey stream, SeqRange hole)
    {
        try
        {
            var ends = queries.Around(stream, hole);
            return (TimeOf(ends, hole.First - 1), TimeOf(ends, hole.Last + 1));
        }
        catch (IOException error)
        {
            log.LedgerUnreadable(error);
            return (Unknown, Unknown);
        }
    }

    static string TimeOf(IReadOnlyList<LedgerRow> ends, long seq) =>
        ends.FirstOrDefault(row => row.Record.Key.Seq == seq) is { } row
            ? row.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
            : Unknown;
}
