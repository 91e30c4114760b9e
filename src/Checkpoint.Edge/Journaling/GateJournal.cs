using Checkpoint.Clocks;
using Checkpoint.Edge.Outbox;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Sealing;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling;

/// <summary>
/// The gate's journal whatever becomes of its file: opened when it can be, moved aside when it is damaged, tried again after a failure. The
/// gate never stays shut because of a file.
/// </summary>
sealed class GateJournal(
    DeviceId device, string path, GateClock clock, TimeProvider wall, OutboxInbox outbox, ILogger<GateJournal> log) : IDisposable
{
    readonly Lock opening = new();
    readonly ReserveFile reserve = new(path + ReserveFile.Suffix);
    FileLease? lease;
    volatile Journal? current;

    /// <summary>The open journal, or null while there is none.</summary>
    public Journal? Current => current;

    /// <summary>Why there is none, or why the last entry could not be written; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Where the last damaged journal was moved to, if that happened since the program started.</summary>
    public string? MovedAside { get; private set; }

    /// <summary>Journals that were ever moved aside and are kept, as of the last time one was opened.</summary>
    public int KeptAside { get; private set; }

    /// <summary>Whether the reserve was given up to a full disk, and could not be made again since.</summary>
    public bool ReserveIsSpent { get; private set; }

    /// <summary>Opens the journal if it is not open.</summary>
    /// <returns>Whether it is open now.</returns>
    /// <exception cref="FileHeldException">Another process owns it.</exception>
    /// <exception cref="InvalidDataException">A newer program, or another box, wrote it.</exception>
    public bool TryOpen()
    {
        lock (opening)
        {
            try
            {
                WithReserve(OpenIfNeeded);
                return true;
            }
            catch (IOException error) when (error is not FileHeldException)
            {
                Trouble = error.Message;
                log.JournalUnavailable(error, path);
                return false;
            }
        }
    }

    /// <summary>Writes one entry; it is on disk when this returns.</summary>
    /// <param name="record">What was decided.</param>
    /// <param name="seal">The person's fields, sealed, or why there are none; null for nothing known.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public JournalEntry Append(PassageRecord record, FieldSeal? seal = null) => Append(open => open.Append(record, clock.Stamp, seal));

    /// <summary>Writes that the gate's time was turned; it is on disk when this returns.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public EntryKey Append(ClockChange change) => Append(open => open.Append(key => ClockEntryJson.Write(key, open.Boot, change)));

    /// <summary>Writes that somebody signed on or off; it is on disk when this returns.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public EntryKey Append(DutyTurn turn) => Append(open => open.Append(key => DutyEntryJson.Write(key, clock.Stamp(open.Boot), turn)));

    /// <summary>Writes what a clinical thermometer said; it is on disk when this returns.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public EntryKey Append(ClinicalReading reading) => Append(open => open.Append(key => ClinicalEntryJson.Write(key, clock.Stamp(open.Boot), reading)));

    /// <summary>Moves a journal aside that proved damaged as it was read, and begins a new one; does nothing if that has happened.</summary>
    /// <param name="damaged">The journal that was read.</param>
    /// <param name="error">What was found.</param>
    /// <exception cref="IOException">It could not be moved, or a new one could not be begun.</exception>
    public void Replace(Journal damaged, CorruptStoreException error)
    {
        lock (opening)
        {
            if (!ReferenceEquals(current, damaged))
                return;
            try
            {
                MoveAside(error);
                OpenIfNeeded();
            }
            catch (IOException failure)
            {
                Trouble = failure.Message;
                throw;
            }
        }
    }

    /// <summary>Makes the reserve, or makes it again, when there is room for it; does nothing otherwise.</summary>
    /// <exception cref="IOException">It could not be made.</exception>
    public void KeepReserve()
    {
        // Giving 16 MB their blocks may take a card seconds: no entry waits for it.
        if (current is null || !reserve.TryMake(DiskFree()))
            return;
        lock (opening)
            ReserveIsSpent = !reserve.IsThere; // it may be given up again by now
        log.ReserveMade(ReserveFile.Bytes);
    }

    /// <summary>Bytes free where the journal is; 0 if its folder is gone.</summary>
    public long DiskFree()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Closes the journal and gives it back.</summary>
    public void Dispose()
    {
        current?.Dispose();
        lease?.Dispose();
    }

    T Append<T>(Func<Journal, T> append)
    {
        lock (opening)
        {
            try
            {
                var entry = WithReserve(() => AppendMovingAside(append));
                Trouble = null;
                return entry;
            }
            catch (IOException error)
            {
                Trouble = error.Message;
                throw;
            }
        }
    }

    // Once: what fails for want of room again fails.
    T WithReserve<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IOException error) when (error is not (CorruptStoreException or FileHeldException) && reserve.TryGiveUp(DiskFree()))
        {
            ReserveIsSpent = true;
            log.ReserveSpent(error, ReserveFile.Bytes);
            outbox.Raise(AlarmKind.ReserveSpent, "the disk was full; entries are written in the reserve");
            return work();
        }
    }

    T AppendMovingAside<T>(Func<Journal, T> append)
    {
        try
        {
            CloseIfGone();
            return append(OpenIfNeeded());
        }
        catch (CorruptStoreException error)
        {
            MoveAside(error);
            return append(OpenIfNeeded());
        }
    }

    // Linux goes on writing to a file that has been removed: every light would be true until the program ends, and then none.
    void CloseIfGone()
    {
        if (current is null || File.Exists(path))
            return;
        current.Dispose();
        current = null;
        lease?.Dispose();
        lease = null;
        log.JournalGone(path);
        outbox.Raise(AlarmKind.JournalMovedAside, "the journal's file was taken away");
    }

    Journal OpenIfNeeded()
    {
        if (current is { } open)
            return open;

        lease ??= FileLease.Take(path, "checkpoint-edge");
        try
        {
            open = Journal.Open(path, device);
        }
        catch (CorruptStoreException error)
        {
            MoveAside(error);
            open = Journal.Open(path, device);
        }

        if (open.NewestFound is { Clock: ClockQuality.Synced or ClockQuality.Rtc } newest)
            clock.Saw(newest.Wall); // what was written before the power went is past
        current = open;
        Trouble = null;
        KeptAside = StoreFile.Aside(path).Count;
        log.JournalOpened(path, open.Epoch, open.Boot, open.Written, open.Released);
        return open;
    }

    void MoveAside(CorruptStoreException error)
    {
        current?.Dispose();
        current = null;
        MovedAside = StoreFile.MoveAside(path, wall);
        log.JournalMovedAside(error, path, MovedAside);
        outbox.Raise(AlarmKind.JournalMovedAside, $"kept as {Path.GetFileName(MovedAside)}");
    }
}
