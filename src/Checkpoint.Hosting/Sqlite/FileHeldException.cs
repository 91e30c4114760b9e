namespace Checkpoint.Hosting.Sqlite;

/// <summary>Another process owns a file. The message says which.</summary>
public sealed class FileHeldException : IOException
{
    /// <summary>Makes one without details.</summary>
    public FileHeldException()
    {
    }

    /// <summary>Makes one that names the file and its holder.</summary>
    public FileHeldException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that names the file and its holder, with a result code.</summary>
    public FileHeldException(string message, int hresult)
        : base(message, hresult)
    {
    }

    /// <summary>Makes one that names the file and its holder, and keeps what the system said.</summary>
    public FileHeldException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
