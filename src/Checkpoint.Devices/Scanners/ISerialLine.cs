namespace Checkpoint.Devices.Scanners;

/// <summary>A serial line: bytes in both directions. One may read while another writes.</summary>
public interface ISerialLine
{
    /// <summary>Waits for bytes.</summary>
    /// <param name="bytes">Takes what came.</param>
    /// <param name="patience">How long to wait for the first byte.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>How many came; 0 if none did in time.</returns>
    /// <exception cref="IOException">The line is gone.</exception>
    ValueTask<int> ReadAsync(Memory<byte> bytes, TimeSpan patience, CancellationToken cancel);

    /// <summary>Sends bytes.</summary>
    /// <exception cref="IOException">The line is gone, or takes nothing.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);
}
