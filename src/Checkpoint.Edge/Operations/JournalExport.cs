using System.Globalization;
using System.Text.Json;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>Entries as JSON Lines: one a line, as they are published, with their link in the chain.</summary>
static class JournalExport
{
    const int AtOnce = 500;

    /// <summary>Writes entries of a journal.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="from">First number.</param>
    /// <param name="to">Last number.</param>
    /// <param name="output">Where to.</param>
    /// <returns>0.</returns>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static int Write(string path, long from, long to, Stream output)
    {
        using var file = JournalFile.Open(path);
        for (var after = Math.Max(1, from) - 1; file.After(after, AtOnce) is { Count: > 0 } rows && rows[0].Key.Seq <= to; after = rows[^1].Key.Seq)
        {
            foreach (var row in rows.Where(row => row.Key.Seq <= to))
                WriteLine(output, row);
        }

        output.Flush();
        return 0;
    }

    /// <summary>Writes what a damaged journal still holds of entries that the hub has not confirmed.</summary>
    /// <param name="path">The file that was moved aside.</param>
    /// <param name="device">Whose it was.</param>
    /// <param name="output">Where to.</param>
    /// <param name="words">Told what was found, and what was not.</param>
    /// <returns>0, or 65 if nothing was found.</returns>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    /// <exception cref="FormatException"><paramref name="device"/> is no name of a box.</exception>
    public static int Salvage(string path, string device, Stream output, TextWriter words)
    {
        using var salvaged = SalvagedJournal.Open(path, DeviceId.Parse(device));
        var (written, unproven) = (0L, 0L);
        for (long from = 1; salvaged.Read(from, AtOnce) is { Count: > 0 } entries; from = entries[^1].Record.Key.Seq + 1)
        {
            foreach (var entry in entries)
                WriteLine(output, entry.Record);
            written += entries.Count;
            unproven += entries.Count(entry => !entry.IsProven);
        }

        output.Flush();
        var runs = string.Join(", ", salvaged.Found.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.First}-{run.Last}")));
        words.WriteLine(string.Create(CultureInfo.InvariantCulture, $"批次 epoch {salvaged.Epoch?.Value ?? "?"}: 上级已确认至 the hub has up to {salvaged.Released}"));
        words.WriteLine(string.Create(CultureInfo.InvariantCulture, $"救出 salvaged {written} ({runs}), 其中未证实 not proven {unproven}"));
        return written == 0 ? JournalCommand.Damaged : 0;
    }

    static void WriteLine(Stream output, WireRecord record)
    {
        using (var json = new Utf8JsonWriter(output))
            record.WriteTo(json);
        output.WriteByte((byte)'\n');
    }
}
