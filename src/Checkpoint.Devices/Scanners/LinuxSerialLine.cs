using Checkpoint.Devices.Native;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Scanners;

/// <summary>A serial line of the kernel: <c>/dev/ttyAMA0</c>, <c>/dev/ttyUSB0</c> or a scanner's <c>/dev/ttyACM0</c>. 8 bits, no parity, one stop bit. Linux, 64 bit.</summary>
public sealed class LinuxSerialLine : ISerialLine, IDisposable
{
    /// <summary>A line that takes nothing for so long is gone.</summary>
    public static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(2);

    // How soon a reader sees that it is cancelled.
    const int SliceMilliseconds = 100;

    readonly SafeFileHandle file;

    LinuxSerialLine(SafeFileHandle file) => this.file = file;

    /// <summary>Opens a line for this program alone.</summary>
    /// <param name="path">Its device file.</param>
    /// <param name="speed">9600 or 115200 baud.</param>
    /// <exception cref="IOException">It is not there, may not be used, or is no serial line.</exception>
    public static LinuxSerialLine Open(string path, int speed) => new(SerialTty.Open(path, speed switch
    {
        9600 => 13, // B9600
        115200 => 0x1002, // B115200
        _ => throw new ArgumentOutOfRangeException(nameof(speed), speed, "Expected 9600 or 115200."),
    }));

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<byte> bytes, TimeSpan patience, CancellationToken cancel) =>
        new(Task.Run(() => Read(bytes, patience, cancel), cancel));

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => new(Task.Run(() => Write(bytes, cancel), cancel));

    /// <summary>Closes the line; end whoever reads it before.</summary>
    public void Dispose() => file.Dispose();

    int Read(Memory<byte> bytes, TimeSpan patience, CancellationToken cancel)
    {
        var left = (int)Math.Ceiling(patience.TotalMilliseconds);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var slice = Math.Min(left, SliceMilliseconds);
            if (SerialTty.Read(file, bytes.Span, slice) is var count and > 0)
                return count;
            left -= slice;
            if (left <= 0)
                return 0;
        }
    }

    void Write(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty)
        {
            cancel.ThrowIfCancellationRequested();
            var count = SerialTty.Write(file, bytes.Span, (int)WritePatience.TotalMilliseconds);
            bytes = count > 0 ? bytes[count..] : throw new IOException("The line takes nothing: look at its wires.");
        }
    }
}
