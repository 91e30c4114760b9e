using System.Threading.Channels;
using Checkpoint.Devices.Scanners;

namespace Checkpoint.Devices.Simulated;

/// <summary>A scanner of the GM65 family as its serial line sees it: takes commands byte by byte, answers them, and sends the codes shown to it.</summary>
/// <remarks>One thread may use the line while another shows codes.</remarks>
/// <param name="clock">What patience is measured by.</param>
/// <param name="ending">What it puts after each code.</param>
/// <param name="chunk">The most bytes that one read gives, as an adapter hands them over.</param>
public sealed class SimulatedGm65(TimeProvider clock, ReadOnlyMemory<byte> ending, int chunk = 64) : ISerialLine
{
    const int MostPending = 100_000;
    const int HeadBytes = 4; // head, type and length
    const int TailBytes = 4; // zone and check
    const ushort AnyCheck = 0xABCD;

    readonly Lock gate = new();
    readonly Channel<byte> sent = Channel.CreateBounded<byte>(new BoundedChannelOptions(MostPending) { AllowSynchronousContinuations = true });
    readonly List<byte> received = [];
    readonly Dictionary<int, byte> zones = new() { [0x2A] = 0x39, [0x2B] = 0x01 }; // 9600 baud
    ReadOnlyMemory<byte> withheld;
    int triggers;

    /// <summary>Whether it takes commands without answering.</summary>
    public bool IsMute { get; set; }

    /// <summary>How often it was told to look for a code.</summary>
    public int Triggers => triggers;

    /// <summary>Shows it a code.</summary>
    public void Show(ReadOnlySpan<byte> code) => Send([.. code, .. ending.Span]);

    /// <summary>Shows it a code that it sends only half of before its next answer, and the rest after it.</summary>
    public void ShowAcrossAnAnswer(ReadOnlySpan<byte> code)
    {
        byte[] all = [.. code, .. ending.Span];
        var half = all.Length / 2;
        Send(all.AsSpan(0, half));
        lock (gate)
            withheld = all.AsMemory(half);
    }

    /// <summary>Sends bytes that are neither a code nor an answer.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            sent.Writer.TryWrite(value);
    }

    /// <summary>Pulls its plug.</summary>
    public void Unplug() => sent.Writer.TryComplete(new IOException("The line is gone."));

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> bytes, TimeSpan patience, CancellationToken cancel)
    {
        var arrival = sent.Reader.WaitToReadAsync(cancel).AsTask();
        if (!arrival.IsCompleted)
            await Task.WhenAny(arrival, Task.Delay(patience, clock, cancel));
        cancel.ThrowIfCancellationRequested();
        if (arrival.IsCompleted)
            await arrival; // throws if the plug was pulled
        var count = 0;
        while (count < Math.Min(chunk, bytes.Length) && sent.Reader.TryRead(out var value))
            bytes.Span[count++] = value;
        return count;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        lock (gate)
        {
            foreach (var value in bytes.Span)
                Receive(value);
        }

        return ValueTask.CompletedTask;
    }

    void Receive(byte value)
    {
        received.Add(value);
        if (received[0] != 0x7E || (received.Count > 1 && received[1] != 0))
            received.Clear();
        if (received.Count < HeadBytes || received.Count < HeadBytes + TailBytes + DataBytes())
            return;
        byte[] frame = [.. received];
        received.Clear();
        if (Gm65Crc.Fits(frame.AsSpan(2)) || ((frame[^2] << 8) | frame[^1]) == AnyCheck)
            Obey(frame);
    }

    // The length of a question is that of its own data too: how many bytes it asks for.
    int DataBytes() => received[3];

    void Obey(byte[] frame)
    {
        var zone = (frame[4] << 8) | frame[5];
        var data = frame.AsSpan(6..^2);
        if (frame[2] == Gm65Command.WriteType)
            Store(zone, data);
        if (IsMute)
            return;
        if (frame[2] == Gm65Command.HeartbeatType)
            Answer(0x03, 0);
        else if (frame[2] == Gm65Command.ReadType)
            Answer(0x02, [.. Enumerable.Range(zone, data[0]).Select(at => zones.GetValueOrDefault(at))]);
        else
            Answer(0x02, 0);
    }

    void Store(int zone, ReadOnlySpan<byte> data)
    {
        if (zone == Gm65Command.TriggerZone && (data[0] & 1) == 1)
            triggers++;
        foreach (var value in data)
            zones[zone++] = value;
    }

    void Answer(byte head, params ReadOnlySpan<byte> data)
    {
        byte[] body = [0, (byte)data.Length, .. data];
        var crc = Gm65Crc.Of(body);
        Send([head, 0, .. body, (byte)(crc >> 8), (byte)(crc & 0xFF)]);
        Send(withheld.Span);
        withheld = default;
    }
}
