using System.Runtime.InteropServices;

namespace Checkpoint.Devices.Scanners;

/// <summary>
/// Tells codes and replies apart in what a scanner of the GM65 family sends (GM65 manual, "Serial communication interface"). A code has no
/// length, so it ends when the line falls silent. A reply may stand before, after or within a code; it is taken for one only while one is
/// owed and only if its check fits, because a code may hold any bytes. Not thread-safe but for <see cref="Owe"/>.
/// </summary>
/// <param name="ending">What each code ends in, as the scanner is set: CR, LF, CR LF, TAB or nothing.</param>
sealed class Gm65Stream(ReadOnlyMemory<byte> ending)
{
    /// <summary>Silence that ends a code: fifty bytes' time at 9600 baud, and three of a USB adapter's pauses.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(50);

    /// <summary>What begins within this time after a torn code was found may be its rest, and half a code is none.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest code taken: the largest QR symbol holds 7089 digits.</summary>
    public const int MostBytes = 7089 + 2;

    const int Overhead = 6; // head, type, length and check
    const byte ReplyHead = 0x02;
    const byte AliveHead = 0x03;

    readonly List<byte> pending = [];
    readonly List<Gm65Event> events = [];
    int dropped;
    int owed;
    TimeSpan last;
    TimeSpan began;
    TimeSpan? tornAt;

    /// <summary>When the line has been silent for long enough that <see cref="Take"/> would end a code; null while nothing is pending.</summary>
    public TimeSpan? Due => pending.Count + dropped > 0 ? last + Gap : null;

    /// <summary>Says that a command is about to be sent: from now on, one more reply is owed. Any thread.</summary>
    public void Owe() => Interlocked.Increment(ref owed);

    /// <summary>Takes what came.</summary>
    /// <param name="bytes">The bytes; none only to see whether the line has been silent for long enough.</param>
    /// <param name="at">When they came, on any clock that only goes forward.</param>
    /// <returns>What is now complete, in order. Valid until the next call.</returns>
    public IReadOnlyList<Gm65Event> Take(ReadOnlySpan<byte> bytes, TimeSpan at)
    {
        events.Clear();
        if (Due is { } due && at >= due)
            End(at);
        if (!bytes.IsEmpty && pending.Count + dropped == 0)
            began = at;
        foreach (var value in bytes)
            Add(value);
        if (!bytes.IsEmpty)
            last = at;
        return events;
    }

    void Add(byte value)
    {
        pending.Add(value);
        if (Volatile.Read(ref owed) > 0 && FindReply() is { } start)
            TakeReply(start);
        if (pending.Count <= MostBytes)
            return;
        dropped += pending.Count;
        pending.Clear();
    }

    // A reply ends with the byte that has just come; where it starts follows from the length that it names.
    int? FindReply()
    {
        var bytes = CollectionsMarshal.AsSpan(pending);
        for (var start = Math.Max(0, bytes.Length - Overhead - byte.MaxValue); start <= bytes.Length - Overhead; start++)
        {
            var isReply = bytes[start..] is [ReplyHead or AliveHead, 0, 0, var length, ..] && start + Overhead + length == bytes.Length;
            if (isReply && Gm65Crc.Fits(bytes[(start + 2)..]))
                return start;
        }

        return null;
    }

    void TakeReply(int start)
    {
        Interlocked.Decrement(ref owed);
        byte[] data = [.. pending.Skip(start + 4).SkipLast(2)];
        events.Add(pending[start] == AliveHead ? new Gm65Event.Alive() : new Gm65Event.Reply(data));
        pending.RemoveRange(start, pending.Count - start);
    }

    void End(TimeSpan at)
    {
        byte[] bytes = [.. pending];
        var isRest = tornAt is { } torn && began - torn < Rest;
        var hasEnding = bytes.AsSpan().EndsWith(ending.Span);
        var isWhole = hasEnding && !isRest;
        tornAt = hasEnding || bytes.Length == 0 ? null : at;
        if (dropped > 0)
            events.Add(new Gm65Event.Overlong(dropped + bytes.Length));
        else if (!isWhole)
            events.Add(new Gm65Event.Torn(bytes.Length));
        else if (bytes.Length > ending.Length)
            events.Add(new Gm65Event.Code(bytes.AsMemory(..^ending.Length)));
        pending.Clear();
        dropped = 0;
    }
}
