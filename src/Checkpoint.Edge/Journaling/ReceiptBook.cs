using System.Globalization;
using Checkpoint.Hosting.Sqlite;

namespace Checkpoint.Edge.Journaling;

/// <summary>
/// The hub's receipt in one journal's file: up to where the hub has it, and since when. It is noted in memory and reaches the disk with the next
/// entry, so that no flush is spent on it alone: what a power cut swallows, the hub says again. One writer, any readers.
/// </summary>
sealed class ReceiptBook
{
    readonly SqliteStore writer;
    long upTo;
    long kept;
    volatile Receipt at;

    /// <summary>Opens the book.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReceiptBook(SqliteStore writer)
    {
        this.writer = writer;
        upTo = kept = writer.Scalar<long>("SELECT released FROM state");
        at = new(writer.Scalar<string>("SELECT receipt_at FROM state") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Highest number that the hub has confirmed.</summary>
    public long UpTo => Interlocked.Read(ref upTo);

    /// <summary>The hub's clock when it committed that; null if there was none, or the hub did not say.</summary>
    public DateTimeOffset? At => at.Time;

    /// <summary>Highest such number that is on disk.</summary>
    public long KeptUpTo => Interlocked.Read(ref kept);

    /// <summary>Notes a receipt. Never goes back.</summary>
    /// <param name="confirmed">Number of the entry up to which the hub has everything.</param>
    /// <param name="time">The hub's clock when it committed it, or null if it did not say.</param>
    public void Note(long confirmed, DateTimeOffset? time)
    {
        if (confirmed <= upTo)
            return;
        Interlocked.Exchange(ref upTo, confirmed);
        at = new(time);
    }

    /// <summary>Does some work in one commit with what was noted since the last.</summary>
    /// <exception cref="IOException">It could not be written; nothing of both is on disk.</exception>
    public void KeepWith(Action work)
    {
        if (kept == upTo)
        {
            work();
            return;
        }

        writer.InTransaction(() =>
        {
            Write();
            work();
        });
        Interlocked.Exchange(ref kept, upTo);
    }

    /// <summary>Brings what was noted to the disk.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Keep()
    {
        if (kept == upTo)
            return;
        Write();
        Interlocked.Exchange(ref kept, upTo);
    }

    /// <summary>The same as the file is closed; if it cannot be written, the hub will say it again.</summary>
    public void TryKeep()
    {
        try
        {
            Keep();
        }
        catch (IOException)
        {
            // As said.
        }
    }

    void Write() => writer.Execute(
        "UPDATE state SET released = @upto, receipt_at = @at WHERE released < @upto",
        ("@upto", upTo), ("@at", at.Time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));

    // A reference, so that it is read and written whole.
    sealed record Receipt(DateTimeOffset? Time);
}
