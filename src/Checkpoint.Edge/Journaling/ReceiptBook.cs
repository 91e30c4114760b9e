using System.Globalization;
using Checkpoint.Hosting.Sqlite;

namespace Checkpoint.Edge.Journaling;

/// <summary>The hub's receipt in one journal's file: up to where the hub has it, and since when. One writer, any readers.</summary>
sealed class ReceiptBook
{
    readonly SqliteStore writer;
    long upTo;
    volatile Receipt at;

    /// <summary>Opens the book.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ReceiptBook(SqliteStore writer)
    {
        this.writer = writer;
        upTo = writer.Scalar<long>("SELECT released FROM state");
        at = new(writer.Scalar<string>("SELECT receipt_at FROM state") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Highest number that the hub has confirmed.</summary>
    public long UpTo => Interlocked.Read(ref upTo);

    /// <summary>The hub's clock when it committed that; null if there was none, or the hub did not say.</summary>
    public DateTimeOffset? At => at.Time;

    /// <summary>Keeps a receipt. Never goes back.</summary>
    /// <param name="confirmed">Number of the entry up to which the hub has everything.</param>
    /// <param name="time">The hub's clock when it committed it, or null if it did not say.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Note(long confirmed, DateTimeOffset? time)
    {
        var text = time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        writer.Execute("UPDATE state SET released = @upto, receipt_at = @at WHERE released < @upto", ("@upto", confirmed), ("@at", text));
        if (confirmed <= upTo)
            return;
        Interlocked.Exchange(ref upTo, confirmed);
        at = new(time);
    }

    // A reference, so that it is read and written whole.
    sealed record Receipt(DateTimeOffset? Time);
}
