using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Journaling;

/// <summary>A link of the chain as the file holds it: 32 bytes.</summary>
static class EntryLink
{
    /// <summary>Reads it.</summary>
    /// <exception cref="CorruptStoreException">Not 32 bytes.</exception>
    public static EntryHash Of(byte[] bytes) => EntryHash.TryParse(Convert.ToHexStringLower(bytes), out var hash)
        ? hash
        : throw new CorruptStoreException("An entry's hash is not 32 bytes.");
}
