namespace Checkpoint.Devices.Buses;

/// <summary>The buses of a box, each opened once however many parts are on it. Not thread-safe.</summary>
/// <param name="clock">What the back-off goes by.</param>
sealed class BusShelf(TimeProvider clock) : IDisposable
{
    readonly Dictionary<string, PluggedBus> buses = new(StringComparer.Ordinal);

    /// <summary>The bus with this device file.</summary>
    public PluggedBus this[string path]
    {
        get
        {
            if (!buses.TryGetValue(path, out var bus))
                buses.Add(path, bus = new(path, clock));
            return bus;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var bus in buses.Values)
            bus.Dispose();
    }
}
