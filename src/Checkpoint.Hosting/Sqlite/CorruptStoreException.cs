namespace Checkpoint.Hosting.Sqlite;

/// <summary>A store's file is damaged. Move it aside and begin a new one; the message names the file.</summary>
public sealed class CorruptStoreException : IOException
{
    /// <summary>Makes one without details.</summary>
    public CorruptStoreException()
    {
    }

    /// <summary>Makes one that names the file.</summary>
    public CorruptStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that names the file, with a result code.</summary>
    public CorruptStoreException(string message, int hresult)
        : base(message, hresult)
    {
    }

    /// <summary>Makes one that names the file and keeps what SQLite said.</summary>
    public CorruptStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
