using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Passages.Visits;
using Checkpoint.Sealing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

/// <summary>The journal in one SQLite file: an entry, its link in the chain and its place in the outbox are one row and one commit.</summary>
/// <remarks>
/// What Append returns is on disk. Append and Release take turns on the one writing connection; Read has a connection of its own that never
/// checkpoints. Closing waits for both; after it they throw <see cref="IOException"/>, because whoever still holds a journal that was moved
/// aside is not at fault.
/// </remarks>
sealed class Journal : IDisposable
{
    readonly Lock writing = new();
    readonly Lock reading = new();
    readonly SqliteStore writer;
    readonly SqliteStore reader;
    readonly DeviceId device;
    readonly PurgeBook past;
    readonly ReceiptBook receipts;
    (long Seq, EntryHash Hash) head;
    bool headIsCertain = true;
    bool isClosed;

    Journal(JournalStores stores, DeviceId device)
    {
        (writer, reader) = stores;
        this.device = device;
        (Epoch, Boot) = writer.Query("SELECT epoch, boot FROM state", row => (Epoch.Parse(row.GetString(0)), row.GetInt32(1)))[0];
        head = ReadHead();
        past = new(writer);
        receipts = new(writer);
        Visits = new(writer);
        DutyFound = DutyRows.Find(reader);
        NewestFound = BodyAt(head.Seq) is { } body ? StoredEntry.AgeOf(head.Seq, body) : null;
    }

    /// <summary>What was counted of passes and households.</summary>
    public VisitBook Visits { get; }

    /// <summary>The name of this file's sequence of entries.</summary>
    public Epoch Epoch { get; }

    /// <summary>How often it has been opened for writing, from 1.</summary>
    public int Boot { get; }

    /// <summary>Highest number on disk; 0 if there is none.</summary>
    public long Written => Interlocked.Read(ref head.Seq);

    /// <summary>Highest number that the hub has confirmed.</summary>
    public long Released => receipts.UpTo;

    /// <summary>Up to where the hub's receipt is on disk.</summary>
    public long ReceiptKept => receipts.KeptUpTo;

    /// <summary>The hub's clock when it committed that; null if there was none, or the hub did not say.</summary>
    public DateTimeOffset? ReceiptAt => receipts.At;

    /// <summary>When the newest entry was made that it held as it was opened, or null if there was none.</summary>
    public EntryAge? NewestFound { get; }

    /// <summary>Who was on duty by the entries that it held as it was opened.</summary>
    public Duty DutyFound { get; }

    /// <summary>Where the chain of what is kept begins: everything before has been purged.</summary>
    public ChainStart Start => past.Start;

    /// <summary>Opens a journal, or makes one with a new epoch.</summary>
    /// <exception cref="CorruptStoreException">The file is damaged.</exception>
    /// <exception cref="IOException">It cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">A newer program, or another box, wrote it.</exception>
    public static Journal Open(string path, DeviceId device)
    {
#pragma warning disable CA2000 // the journal's from here on, or let go of in the catch
        var stores = JournalStores.Open(path, device);
#pragma warning restore CA2000
        try
        {
            return new(stores, device);
        }
        catch
        {
            stores.Dispose();
            throw;
        }
    }

    /// <summary>Writes one entry; it is on disk when this returns.</summary>
    /// <param name="record">What was decided.</param>
    /// <param name="stamp">When, given this journal's <see cref="Boot"/>.</param>
    /// <param name="seal">The person's fields, sealed, or why there are none; null for nothing known.</param>
    /// <exception cref="IOException">It could not be written, and counts as not written.</exception>
    public JournalEntry Append(PassageRecord record, Func<int, EntryStamp> stamp, FieldSeal? seal = null)
    {
        lock (writing)
        {
            var entry = new JournalEntry(NextKey(), stamp(Boot), record) { Seal = seal ?? FieldSeal.Nothing };
            var visit = Visits.VisitOf(record);
            Write(entry.Key.Seq, EntryJson.Write(entry), visit);
            NoteVisit(entry, visit);
            return entry;
        }
    }

    /// <summary>Writes one entry that is nobody's passage; it is on disk when this returns.</summary>
    /// <param name="write">Makes its canonical bytes for its place.</param>
    /// <exception cref="IOException">It could not be written, and counts as not written.</exception>
    public EntryKey Append(Func<EntryKey, byte[]> write)
    {
        lock (writing)
        {
            var key = NextKey();
            Write(key.Seq, write(key), visit: null);
            return key;
        }
    }

    /// <summary>Reads entries as they are published; fewer than asked for if they are not there.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<WireRecord> Read(SeqRange range)
    {
        lock (reading)
        {
            ThrowIfClosed();
            return reader.Query(
                "SELECT seq, body, hash FROM journal WHERE seq BETWEEN @first AND @last ORDER BY seq",
                row => EntryRows.Of(row, device, Epoch),
                ("@first", range.First), ("@last", range.Last));
        }
    }

    /// <summary>Wall clock of the oldest entry that the hub has not confirmed, or null if there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DateTimeOffset? OldestWaiting()
    {
        lock (reading)
        {
            ThrowIfClosed();
            return BodyAt(Released + 1) is { } body ? StoredEntry.AgeOf(Released + 1, body).Wall : null;
        }
    }

    /// <summary>The link of an entry in the chain, or null if it is not there.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public EntryHash? LinkAt(long seq)
    {
        lock (reading)
        {
            ThrowIfClosed();
            return reader.Query("SELECT hash FROM journal WHERE seq = @seq", row => EntryLink.Of(row.GetFieldValue<byte[]>(0)), ("@seq", seq)) is [var link]
                ? link
                : null;
        }
    }

    /// <summary>Notes the hub's receipt for everything up to here, which reaches the disk with the next entry. Never goes back.</summary>
    /// <param name="upTo">Number of the entry.</param>
    /// <param name="at">The hub's clock when it committed it, or null if it did not say.</param>
    /// <exception cref="IOException">The journal was closed.</exception>
    public void Release(long upTo, DateTimeOffset? at) => Writing(() => receipts.Note(upTo, at));

    /// <summary>Brings the newest receipt to the disk, if it is not there yet.</summary>
    /// <exception cref="IOException">It could not be written; the hub will say it again.</exception>
    public void KeepReceipt() => Writing(receipts.Keep);

    /// <summary>Up to where confirmed entries may be purged; below the first that is kept if none may.</summary>
    /// <param name="rule">How long they stay.</param>
    /// <param name="now">Wall clock; null if it is not good enough to call an entry old.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public long PurgeableUpTo(RetentionRule rule, DateTimeOffset? now)
    {
        lock (reading)
        {
            ThrowIfClosed();
            var confirmed = new SeqRange(Start.Before + 1, Released);
            var looked = RetentionRule.LookAt(confirmed).Select(seq => BodyAt(seq) is { } body ? StoredEntry.AgeOf(seq, body) : (EntryAge?)null);
            return rule.UpTo(confirmed, Written, looked.OfType<EntryAge>(), now);
        }
    }

    /// <summary>Purges the oldest entries, <see cref="PurgeBook.AtOnce"/> at most. What the hub has not confirmed stays, and so does the newest.</summary>
    /// <param name="upTo">None above this one.</param>
    /// <param name="at">Wall clock, for the record of it.</param>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">It could not be written; nothing was purged.</exception>
    public int Purge(long upTo, DateTimeOffset at)
    {
        lock (writing)
        {
            ThrowIfClosed();
            receipts.Keep(); // a file that lacks entries must say that the hub has them
            return past.Purge(Math.Min(upTo, Math.Min(Released, head.Seq - 1)), at);
        }
    }

    /// <summary>Folds what was written into the file; an entry that comes meanwhile waits.</summary>
    /// <exception cref="IOException">It could not be written; nothing is lost.</exception>
    public void Fold() => Writing(writer.Fold);

    /// <summary>Checks the next entries of the chain.</summary>
    /// <param name="from">How far it was checked; <see cref="Start"/> to begin with.</param>
    /// <param name="most">Entries to check at most.</param>
    /// <returns>How far it holds; <paramref name="from"/> itself when there is no more.</returns>
    /// <exception cref="CorruptStoreException">An entry is missing, or its link does not follow.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ChainStart Walk(ChainStart from, int most)
    {
        lock (reading)
        {
            ThrowIfClosed();
            return ChainWalk.Next(reader, from, most, PurgedUpTo);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (reading)
        {
            lock (writing)
            {
                if (!isClosed)
                    receipts.TryKeep();
                isClosed = true;
                reader.Dispose();
                writer.Dispose();
            }
        }
    }

    void Writing(Action work)
    {
        lock (writing)
        {
            ThrowIfClosed();
            work();
        }
    }

    EntryKey NextKey()
    {
        ThrowIfClosed();

        // After a failure only the file knows whether the row is there.
        if (!headIsCertain)
            head = ReadHead();
        return new(device, Epoch, head.Seq + 1);
    }

    void Write(long seq, byte[] body, VisitEvent? visit)
    {
        var hash = head.Hash.Next(body);
        headIsCertain = false;
        receipts.KeepWith(() => writer.Execute(
            "INSERT INTO journal (seq, body, hash, visit) VALUES (@seq, @body, @hash, @visit)",
            ("@seq", seq), ("@body", PackedEntry.Pack(body)), ("@hash", Convert.FromHexString(hash.Hex)),
            ("@visit", visit is null ? null : VisitBytes.Write(visit))));
        head.Hash = hash;
        Interlocked.Exchange(ref head.Seq, seq);
        headIsCertain = true;
    }

    // The entry is on disk: what becomes of old visits is no reason to say that it is not.
    void NoteVisit(JournalEntry entry, VisitEvent? visit)
    {
        try
        {
            Visits.Note(entry.Key.Seq, visit, entry.Record.Facts.Now);
        }
        catch (IOException)
        {
            headIsCertain = false; // looked at again before the next entry; clearing is tried again too
        }
    }

    void ThrowIfClosed()
    {
        if (isClosed)
            throw new IOException($"{writer.Path} was closed.");
    }

    (long Seq, EntryHash Hash) ReadHead() => writer.Query(
        "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1",
        row => (row.GetInt64(0), EntryLink.Of(row.GetFieldValue<byte[]>(1)))) is [var last] ? last : (0, EntryHash.Start);

    byte[]? BodyAt(long seq) =>
        reader.Scalar<byte[]>("SELECT body FROM journal WHERE seq = @seq", ("@seq", seq)) is { } stored ? StoredEntry.Unpack(stored) : null;

    // What is being purged is waited for, so that it is not taken for lost.
    ChainStart PurgedUpTo()
    {
        lock (writing)
            return Start;
    }
}
