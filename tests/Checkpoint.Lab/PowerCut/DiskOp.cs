namespace Checkpoint.Lab.PowerCut;

/// <summary>What a program asked of the disk, or showed to people, in the order in which it happened.</summary>
abstract record DiskOp
{
    DiskOp() { }

    /// <summary>A file came into being, if it was not there.</summary>
    /// <param name="File">Its name.</param>
    public sealed record Create(string File) : DiskOp;

    /// <summary>Bytes were written; they are in memory only.</summary>
    /// <param name="File">Its name.</param>
    /// <param name="Offset">Where, in bytes.</param>
    /// <param name="Bytes">What.</param>
    public sealed record Write(string File, long Offset, byte[] Bytes) : DiskOp;

    /// <summary>A file was made shorter or longer.</summary>
    /// <param name="File">Its name.</param>
    /// <param name="Length">Bytes.</param>
    public sealed record Resize(string File, long Length) : DiskOp;

    /// <summary>A file was removed.</summary>
    /// <param name="File">Its name.</param>
    public sealed record Remove(string File) : DiskOp;

    /// <summary>The disk said that all of a file is on it.</summary>
    /// <param name="File">Its name.</param>
    public sealed record Sync(string File) : DiskOp;

    /// <summary>An entry was shown as accepted.</summary>
    /// <param name="Said">What was said.</param>
    public sealed record Show(Shown Said) : DiskOp;
}
