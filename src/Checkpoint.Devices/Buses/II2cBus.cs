namespace Checkpoint.Devices.Buses;

/// <summary>One I²C bus with this program as its only master. Not thread-safe.</summary>
public interface II2cBus
{
    /// <summary>
    /// Writes to a device and, after a repeated start, reads from it, in one transfer (NXP UM10204, 3.1.10). A stop in between would make
    /// an MLX90640 answer with the wrong memory.
    /// </summary>
    /// <param name="address">The device's 7-bit address.</param>
    /// <param name="write">What to write, up to <see cref="MostBytes"/>.</param>
    /// <param name="read">Filled with what the device answers, up to <see cref="MostBytes"/>; empty to write only.</param>
    /// <exception cref="IOException">Somebody did not acknowledge, or the bus is stuck.</exception>
    void Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read);

    /// <summary>The most bytes of one message (linux/i2c-dev.h).</summary>
    const int MostBytes = 8192;
}
