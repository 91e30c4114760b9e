using System.Globalization;
using System.Text;
using Checkpoint.Hosting.Native;

namespace Checkpoint.Hosting.Sqlite;

/// <summary>
/// Sole ownership of a file by one process, held on <c>&lt;path&gt;.lock</c> with flock(2), so that it ends with the process
/// however that ends. The lock file stays behind; only the lock on it counts.
/// </summary>
public sealed class FileLease : IDisposable
{
    const int MaxHolderBytes = 256;

    // EWOULDBLOCK of flock(2), which the framework hands on as the result. Everything else, such as a disk that has become read-only, says
    // nothing of a holder.
    const int HeldByAnother = 11;

    readonly FileStream file;

    FileLease(FileStream file) => this.file = file;

    /// <summary>Takes the lease on a file, which need not exist yet.</summary>
    /// <param name="path">The file to own.</param>
    /// <param name="program">Who takes it, for whoever comes second.</param>
    /// <exception cref="FileHeldException">Another process holds it; the message says which.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static FileLease Take(string path, string program)
    {
        var owned = OpenAlone(path + ".lock", path);
        try
        {
            owned.SetLength(0);
            owned.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} ({program})\n")));
            return new(Interlocked.Exchange(ref owned, null));
        }
        finally
        {
            // A full disk must not leave a lock behind that this process would then take for another's.
            owned?.Dispose();
        }
    }

    /// <summary>Gives it back. May be called again.</summary>
    public void Dispose() => file.Dispose();

    static FileStream OpenAlone(string lockPath, string path)
    {
        try
        {
            return new(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
        catch (IOException e) when (e.HResult == HeldByAnother)
        {
            throw new FileHeldException($"{path} is held by {Holder(lockPath)}.", e);
        }
    }

    static string Holder(string lockPath)
    {
        using var handle = Posix.OpenForReading(lockPath);
        Span<byte> bytes = stackalloc byte[MaxHolderBytes];
        var read = RandomAccess.Read(handle, bytes, fileOffset: 0);
        return read == 0 ? "another process" : $"process {Encoding.UTF8.GetString(bytes[..read]).Trim()}";
    }
}
