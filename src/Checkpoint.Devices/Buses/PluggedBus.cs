using Checkpoint.Devices.Thermometers;

namespace Checkpoint.Devices.Buses;

/// <summary>A bus of the kernel that may come later than the program, or go and come back, as one behind USB. Not thread-safe.</summary>
/// <param name="path">Its device file.</param>
/// <param name="clock">What the back-off goes by.</param>
sealed class PluggedBus(string path, TimeProvider clock) : II2cBus, ISmbus, IDisposable
{
    readonly Plugged<LinuxI2cBus> bus = new(() => LinuxI2cBus.Open(path), clock);

    /// <inheritdoc/>
    public void Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        var isDone = false;
        try
        {
            bus.Get().Transfer(address, write, read);
            isDone = true;
        }
        finally
        {
            bus.Answered(isDone);
        }
    }

    /// <inheritdoc/>
    public void ReadWord(byte address, byte command, Span<byte> word)
    {
        var isDone = false;
        try
        {
            bus.Get().ReadWord(address, command, word);
            isDone = true;
        }
        finally
        {
            bus.Answered(isDone);
        }
    }

    /// <inheritdoc/>
    public void Write(byte address, ReadOnlySpan<byte> bytes)
    {
        var isDone = false;
        try
        {
            bus.Get().Write(address, bytes);
            isDone = true;
        }
        finally
        {
            bus.Answered(isDone);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => bus.Close();
}
