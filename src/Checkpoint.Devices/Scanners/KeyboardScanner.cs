using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Checkpoint.Devices.Native;
using Checkpoint.Scanning;

namespace Checkpoint.Devices.Scanners;

/// <summary>
/// A scanner that types like a keyboard (USB HID): <c>/dev/input/by-id/…-event-kbd</c>. Taken from everybody else while it is watched, so that
/// no code is typed elsewhere; its keys are read, not the characters that some layout makes of them. Linux, 64 bit.
/// </summary>
/// <remarks>
/// The scanner has to be set to an American keyboard, without Caps Lock. Codes that it writes by Alt and the number pad, or with Ctrl, are
/// not told but counted in <see cref="Torn"/>; so is one with a character outside ASCII. A code with a line's end in it is told in pieces.
/// </remarks>
/// <param name="path">Its device file.</param>
public sealed class KeyboardScanner(string path) : ICodeReader
{
    /// <summary>Codes that wait for whoever watches; more are left out and counted.</summary>
    public const int MostWaiting = 16;

    const int EventsAtOnce = 64;

    readonly KeyStream stream = new();
    int missed;

    /// <summary>Codes that were not told, because a part of them was lost or says nothing, since the scanner was made.</summary>
    public int Torn => stream.Torn + missed;

    /// <summary>Codes that were told, since the scanner was made.</summary>
    public int Told { get; private set; }

    /// <summary>Whether the keyboard is ours.</summary>
    public bool IsTaken { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Symbol> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var codes = Channel.CreateBounded<byte[]>(MostWaiting);

        // A thread of its own: the kernel keeps a few keys only, and a busy pool would let them be lost.
        var reading = Task.Factory.StartNew(
            () => Read(codes.Writer, end.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (await codes.Reader.WaitToReadAsync(cancel))
            {
                while (codes.Reader.TryRead(out var code))
                    yield return new(code);
            }
        }
        finally
        {
            await end.CancelAsync();
            await reading;
        }
    }

    void Read(ChannelWriter<byte[]> codes, CancellationToken cancel)
    {
        try
        {
            using var keyboard = Evdev.Take(path);
            using var wake = new WakeEvent();
            stream.Forget();
            stream.Hold(keyboard.Held());
            IsTaken = true;
            while (true)
                Wait(keyboard, wake, codes, cancel);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            codes.Complete(error);
        }
        finally
        {
            IsTaken = false;
        }
    }

    void Wait(Evdev keyboard, WakeEvent wake, ChannelWriter<byte[]> codes, CancellationToken cancel)
    {
        var readiness = DeviceWait.For(keyboard.File, wake, stream.IsPending ? KeyStream.Gap : TimeSpan.MaxValue, cancel);
        if (readiness == DeviceReadiness.Silent)
            Tell(stream.End(), codes);
        else if (!ReadKeys(keyboard, codes) && readiness == DeviceReadiness.Broken)
            throw new IOException($"{path} is gone: look at its plug.");
    }

    bool ReadKeys(Evdev keyboard, ChannelWriter<byte[]> codes)
    {
        Span<InputEvent> events = stackalloc InputEvent[EventsAtOnce];
        var count = keyboard.Read(events);
        foreach (var said in events[..count])
        {
            Tell(stream.Take(said), codes);
            if (stream.IsLost)
                stream.Hold(keyboard.Held());
        }

        return count > 0;
    }

    void Tell(byte[]? code, ChannelWriter<byte[]> codes)
    {
        if (code is null)
            return;
        if (codes.TryWrite(code))
            Told++;
        else
            missed++;
    }
}
