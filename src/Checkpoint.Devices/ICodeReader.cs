using Checkpoint.Scanning;

namespace Checkpoint.Devices;

/// <summary>Reads codes by itself: a scanner on a wire.</summary>
public interface ICodeReader
{
    /// <summary>Every code from now on, in order; the same code again while it stays in front of the reader. Call once at a time.</summary>
    /// <exception cref="IOException">The reader is gone.</exception>
    IAsyncEnumerable<Symbol> WatchAsync(CancellationToken cancel);
}
