using System.Buffers.Binary;

namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>The pages of a database file, and after them those of its write-ahead log that were committed, oldest first.</summary>
sealed class StorePages : IDisposable
{
    const int LogHeaderBytes = 32;
    const int FrameHeaderBytes = 24;

    readonly FileStream database;
    readonly FileStream? log;

    /// <summary>Opens both files.</summary>
    /// <exception cref="IOException">One cannot be opened.</exception>
    public StorePages(string path)
    {
        database = Open(path);
        log = File.Exists(path + "-wal") ? Open(path + "-wal") : null;
    }

    /// <summary>Where each page is. A page of the log stands for the same page of the file: what is read later is newer.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IEnumerable<PagePlace> Places()
    {
        for (long at = 0; at + LeafPage.Bytes <= database.Length; at += LeafPage.Bytes)
            yield return new(InLog: false, at);
        foreach (var at in Frames())
            yield return new(InLog: true, at + FrameHeaderBytes);
    }

    /// <summary>Reads a page. A bad sector reads as nothing, and the others are read all the same.</summary>
    public byte[] Read(PagePlace place)
    {
        var page = new byte[LeafPage.Bytes];
        var file = place.InLog ? log! : database;
        try
        {
            file.Position = place.At;
            file.ReadExactly(page);
        }
        catch (IOException)
        {
            Array.Clear(page);
        }

        return page;
    }

    /// <summary>Where a page's own header begins.</summary>
    public static int HeaderOf(PagePlace place) => place is { InLog: false, At: 0 } ? LeafPage.FileHeaderBytes : 0;

    public void Dispose()
    {
        database.Dispose();
        log?.Dispose();
    }

    // Frames of an earlier turn of the log have other salts; what follows the last commit was never shown. Section 4.1 of the file format.
    List<long> Frames()
    {
        List<long> frames = [];
        var committed = 0;
        var header = new byte[FrameHeaderBytes];
        byte[]? salts = null;
        for (long at = LogHeaderBytes; log is not null && at + FrameHeaderBytes + LeafPage.Bytes <= log.Length; at += FrameHeaderBytes + LeafPage.Bytes)
        {
            log.Position = at;
            log.ReadExactly(header);
            salts ??= header[8..16];
            if (!header.AsSpan(8, 8).SequenceEqual(salts))
                continue;
            frames.Add(at);
            if (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)) != 0)
                committed = frames.Count;
        }

        return frames[..committed];
    }

    static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, LeafPage.Bytes, FileOptions.SequentialScan);
}
