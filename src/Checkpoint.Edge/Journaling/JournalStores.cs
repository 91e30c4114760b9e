#pragma warning disable CA2000 // given to the caller, or let go of in the catch

using System.Security.Cryptography;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Journaling;

/// <summary>One journal's file, opened for this box: a connection that writes, and one that reads and never checkpoints.</summary>
sealed record JournalStores(SqliteStore Writer, SqliteStore Reader) : IDisposable
{
    const string MigrationsPrefix = "Checkpoint.Edge.Migrations.";

    /// <summary>Opens the file, or makes one with a new epoch, and counts the start.</summary>
    /// <exception cref="CorruptStoreException">The file is damaged.</exception>
    /// <exception cref="IOException">It cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">A newer program, or another box, wrote it.</exception>
    public static JournalStores Open(string path, DeviceId device)
    {
        var writer = SqliteStore.Open(path, MigrationsPrefix, typeof(JournalStores).Assembly, StoreCheck.Schema);
        try
        {
            StartCheck.Run(writer);
            Begin(writer, device);
            return new(writer, SqliteStore.OpenReader(path));
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reader.Dispose();
        Writer.Dispose();
    }

    static void Begin(SqliteStore writer, DeviceId device) => writer.InTransaction(() =>
    {
        writer.Execute(
            "INSERT OR IGNORE INTO state (id, device, epoch, boot, released) VALUES (1, @device, @epoch, 0, 0)",
            ("@device", device.Value), ("@epoch", Epoch.FromBytes(RandomNumberGenerator.GetBytes(8)).Value));
        var owner = EntryRows.NameOf(writer).Device;
        if (owner != device)
            throw new InvalidDataException($"{writer.Path} belongs to device '{owner}', not to '{device}'. Set Device:Id to that, or move the file away.");
        writer.Execute("UPDATE state SET boot = boot + 1");
    });
}
