using System.Globalization;
using Checkpoint.Edge.Journaling;

namespace Checkpoint.Edge.Operations;

/// <summary>What is said of a journal to a technician. Numbers and times only; nothing of what the entries hold.</summary>
static class JournalWords
{
    const string TimeFormat = "yyyy-MM-dd HH:mm:ss 'UTC'";

    /// <summary>Follows the chain, and says how far it holds.</summary>
    /// <returns>0.</returns>
    /// <exception cref="IOException">It cannot be read; damaged, if that is a <see cref="Hosting.Sqlite.CorruptStoreException"/>.</exception>
    public static int Verify(string path, TextWriter output)
    {
        using var file = JournalFile.Open(path);
        var (start, end) = (file.Start.Before, file.Verify().Before);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"链完整，{end - start} 条 The chain holds: {end - start} entries, {start + 1} to {end}"));
        if (start > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{start} 条及以前已按记录清理 up to {start} purged, on record"));
        return 0;
    }

    /// <summary>Says what is in it.</summary>
    /// <returns>0.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static int Stats(string path, TextWriter output)
    {
        using var file = JournalFile.Open(path);
        Line("设备 device", file.Device.Value);
        Line("批次 epoch", file.Epoch.Value);
        Line("启动次数 starts", Number(file.Boots));
        Line("条目 entries", $"{Number(file.Written - file.Start.Before)} ({Number(file.Start.Before + 1)} - {Number(file.Written)})");
        Line("待上级确认 waiting for the hub", Number(file.Written - file.Released));
        Line("最早 first", TimeAfter(file, file.Start.Before));
        Line("最晚 last", TimeAfter(file, file.Written - 1));
        foreach (var suffix in new[] { "", "-wal", ReserveFile.Suffix })
            Line($"字节 bytes {Path.GetFileName(path)}{suffix}", Number(new FileInfo(path + suffix) is { Exists: true } part ? part.Length : 0));
        foreach (var purge in file.Purges)
            Line("清理 purged", $"{Number(purge.First)} - {Number(purge.Last)}, {Time(purge.At)}");
        return 0;

        void Line(string name, string value) => output.WriteLine($"{name}: {value}");
    }

    static string TimeAfter(JournalFile file, long seq) => file.After(seq, 1) is [var row]
        ? $"{Time(StoredEntry.AgeOf(row.Key.Seq, row.Canonical).Wall)} ({StoredEntry.AgeOf(row.Key.Seq, row.Canonical).Clock})"
        : "-";

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
