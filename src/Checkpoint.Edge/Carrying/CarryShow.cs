using Checkpoint.Edge.Journaling;

namespace Checkpoint.Edge.Carrying;

/// <summary>The codes that are on the screen: made when somebody asks and something has changed, and kept while they are shown. Thread-safe.</summary>
sealed class CarryShow(GateJournal journal, CarryPlaces places, TimeProvider time)
{
    /// <summary>However often somebody asks, a sequence is not made anew before this: whoever scans it needs it to stay.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(5);

    readonly Lock making = new();
    volatile LastDayCodes? shown;
    (Journal? Of, long Written, long Released, long At) made;

    /// <summary>The codes that are shown now; null if nobody has asked yet.</summary>
    public LastDayCodes? Now => shown;

    /// <summary>The codes, made if they are not there or no longer what waits.</summary>
    /// <param name="anew">Whether somebody wants them of now, however short ago the last ones were made.</param>
    /// <returns>Null while the journal is not open.</returns>
    /// <exception cref="InvalidDataException">The box has no key.</exception>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public LastDayCodes? Make(bool anew)
    {
        if (journal.Current is not { } open)
            return null;
        lock (making)
        {
            var isSame = made == (open, open.Written, open.Released, made.At);
            if (shown is { } kept && ReferenceEquals(made.Of, open) && (isSame || (!anew && time.GetElapsedTime(made.At) < Least)))
                return kept;
            using var key = BoxKeyFile.Read(places);
            var (written, released) = (open.Written, open.Released);
            shown = LastDayCodes.Make(new(released + 1, written), open.Read, key);
            made = (open, written, released, time.GetTimestamp());
            return shown;
        }
    }
}
