using System.Runtime.CompilerServices;
using Checkpoint.Edge;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>Gives a working gate's journal as many entries at once as weeks without a network do, through the journal's own door.</summary>
static class BacklogMaker
{
    // So short that the gate, which works on, is not kept waiting.
    const int AtOnce = 100;

    /// <summary>Adds ordinary entries. They do not wait for the disk; the gate's next entry does, for all of them.</summary>
    public static void Grow(Journal journal, int entries, GateClock clock)
    {
        for (var made = 0; made < entries; made += AtOnce)
        {
            lock (WritingOf(journal))
            {
                WriterOf(journal).Execute("PRAGMA synchronous = 0");
                try
                {
                    for (var i = made; i < Math.Min(entries, made + AtOnce); i++)
                        journal.Append(Some.Record(i + 1), clock.Stamp);
                }
                finally
                {
                    WriterOf(journal).Execute("PRAGMA synchronous = 2");
                }
            }
        }
    }

    // The product has no such setting, and must not.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "writer")]
    static extern ref SqliteStore WriterOf(Journal journal);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "writing")]
    static extern ref Lock WritingOf(Journal journal);
}
