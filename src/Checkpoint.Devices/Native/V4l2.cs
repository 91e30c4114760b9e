using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using static Checkpoint.Devices.Native.V4l2Layouts;

namespace Checkpoint.Devices.Native;

/// <summary>
/// A capture device of the kernel's Video4Linux API, by its calls as they are: linux/videodev2.h, Documentation/userspace-api/media/v4l,
/// "Streaming I/O (Memory Mapping)". Numbers and layouts are the same on x86-64 and arm64; 32-bit systems differ.
/// </summary>
sealed partial class V4l2 : IDisposable
{
    const nuint QueryCapability = 0x80685600; // VIDIOC_QUERYCAP
    const nuint EnumerateFormats = 0xC0405602; // VIDIOC_ENUM_FMT
    const nuint SetsFormat = 0xC0D05605; // VIDIOC_S_FMT
    const nuint RequestBuffers = 0xC0145608; // VIDIOC_REQBUFS
    const nuint QueryBuffer = 0xC0585609; // VIDIOC_QUERYBUF
    const nuint QueueBuffer = 0xC058560F; // VIDIOC_QBUF
    const nuint DequeueBuffer = 0xC0585611; // VIDIOC_DQBUF
    const nuint StreamOn = 0x40045612; // VIDIOC_STREAMON
    const nuint SetsSettings = 0xC0CC5616; // VIDIOC_S_PARM
    const uint Capture = 1; // V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_CAP_VIDEO_CAPTURE
    const uint CanStream = 0x0400_0000; // V4L2_CAP_STREAMING
    const uint SaysOfThis = 0x8000_0000; // V4L2_CAP_DEVICE_CAPS
    const uint Mapped = 1; // V4L2_MEMORY_MMAP
    const uint Progressive = 1; // V4L2_FIELD_NONE
    const uint Broken = 0x40; // V4L2_BUF_FLAG_ERROR
    const uint MostFormats = 64;
    const int MostInterruptions = 10;
    const int Interrupted = 4; // EINTR
    const int Again = 11; // EAGAIN
    const int Busy = 16; // EBUSY
    const int NoDevice = 19; // ENODEV

    readonly string path;

    V4l2(string path)
    {
        this.path = path;
        File = DeviceWait.Open(path, isWritten: true, "video");
    }

    /// <summary>The device file, to wait for.</summary>
    public SafeFileHandle File { get; }

    /// <summary>What the device calls itself.</summary>
    public string Card { get; private set; } = "";

    /// <summary>Whether it gives pictures in memory that is mapped, one plane each.</summary>
    public bool CanCapture { get; private set; }

    /// <summary>Opens a device file.</summary>
    /// <exception cref="IOException">It is not there, may not be used, or is no video device.</exception>
    public static V4l2 Open(string path)
    {
        var device = new V4l2(path);
        try
        {
            device.AskWhoItIs();
            return device;
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }

    /// <summary>How its pixels may lie, in the driver's order; four characters each, the first lowest.</summary>
    public unsafe IReadOnlyList<uint> Formats()
    {
        var formats = new List<uint>();
        for (var i = 0u; i < MostFormats; i++)
        {
            var description = new FormatDescription { Index = i, Type = Capture };
            if (Control(EnumerateFormats, &description) < 0)
                break;
            formats.Add(description.Pixels);
        }

        return formats;
    }

    /// <summary>Asks for a format.</summary>
    /// <returns>The one that the driver took instead, which may be any.</returns>
    /// <exception cref="IOException">The device is gone, or in use.</exception>
    public unsafe V4l2Format SetFormat(uint pixels, int width, int height)
    {
        var format = new Format { Type = Capture, Width = (uint)width, Height = (uint)height, Pixels = pixels, Field = Progressive };
        Require(Control(SetsFormat, &format), "VIDIOC_S_FMT");
        return new(format.Pixels, format.Width, format.Height, format.RowBytes);
    }

    /// <summary>Asks for so many frames a second; many drivers have only one speed, and say nothing.</summary>
    public unsafe void AskForSpeed(int framesPerSecond)
    {
        var settings = new StreamSettings { Type = Capture, FrameTime = 1, FrameTimeBelow = (uint)framesPerSecond };
        _ = Control(SetsSettings, &settings);
    }

    /// <summary>Has the driver make buffers.</summary>
    /// <returns>How many it made: more or fewer.</returns>
    /// <exception cref="IOException">The device is gone, in use, or out of memory.</exception>
    public unsafe int MakeBuffers(int count)
    {
        var request = new BufferRequest { Count = (uint)count, Type = Capture, Memory = Mapped };
        Require(Control(RequestBuffers, &request), "VIDIOC_REQBUFS");
        return (int)Math.Min(request.Count, int.MaxValue);
    }

    /// <summary>Maps one buffer.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="least">Bytes that a picture needs.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <exception cref="IOException">The device is gone, or its buffer has an absurd size.</exception>
    public unsafe MappedMemory MapBuffer(int index, int least, int most)
    {
        var buffer = Blank(index);
        Require(Control(QueryBuffer, &buffer), "VIDIOC_QUERYBUF");
        return buffer.Length >= least && buffer.Length <= most
            ? new(File, buffer.Offset, (int)buffer.Length)
            : throw new IOException($"{path}: the driver made a buffer of {buffer.Length} bytes; expected {least} to {most}.");
    }

    /// <summary>Gives a buffer to the driver to be filled.</summary>
    /// <exception cref="IOException">The device is gone.</exception>
    public unsafe void Enqueue(int index)
    {
        var buffer = Blank(index);
        Require(Control(QueueBuffer, &buffer), "VIDIOC_QBUF");
    }

    /// <summary>Takes the oldest filled buffer, without waiting.</summary>
    /// <returns>The buffer; null if there is none.</returns>
    /// <exception cref="IOException">The device is gone, or its stream broken.</exception>
    public unsafe V4l2Filled? Dequeue()
    {
        var buffer = Blank(0);
        var result = Control(DequeueBuffer, &buffer);
        if (result < 0 && Marshal.GetLastPInvokeError() == Again)
            return null;
        Require(result, "VIDIOC_DQBUF");
        return new((int)buffer.Index, (int)Math.Min(buffer.BytesUsed, int.MaxValue), buffer.Sequence, (buffer.Flags & Broken) != 0);
    }

    /// <summary>Starts the stream; it ends with the device.</summary>
    /// <exception cref="IOException">The device is gone, or its bus has no room for the pictures.</exception>
    public unsafe void Start()
    {
        var type = Capture;
        Require(Control(StreamOn, &type), "VIDIOC_STREAMON");
    }

    /// <summary>Closes the device; the driver stops the stream and forgets the buffers.</summary>
    public void Dispose() => File.Dispose();

    static FrameBuffer Blank(int index) => new() { Index = (uint)index, Type = Capture, Memory = Mapped };

    unsafe void AskWhoItIs()
    {
        Capability capability;
        if (Control(QueryCapability, &capability) < 0)
            throw new IOException($"{path} is no video device: {LastError()}");
        var all = (capability.OfAll & SaysOfThis) != 0 ? capability.OfThis : capability.OfAll;
        CanCapture = (all & Capture) != 0 && (all & CanStream) != 0;
        var card = new ReadOnlySpan<byte>(capability.Card, 32);
        Card = Encoding.UTF8.GetString(card[..(card.IndexOf((byte)0) is var end and >= 0 ? end : card.Length)]);
    }

    void Require(int result, string call)
    {
        if (result >= 0)
            return;
        throw new IOException(Marshal.GetLastPInvokeError() switch
        {
            Busy => $"{path} is used by another program: end that one.",
            NoDevice => $"{path} is gone: look at its plug.",
            _ => $"{path}: {call}: {LastError()}",
        });
    }

    static string LastError() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    unsafe int Control(nuint request, void* argument)
    {
        var result = Ioctl(File, request, argument);
        for (var i = 0; i < MostInterruptions && result < 0 && Marshal.GetLastPInvokeError() == Interrupted; i++)
            result = Ioctl(File, request, argument);
        return result;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Ioctl(SafeFileHandle device, nuint request, void* argument);
}
