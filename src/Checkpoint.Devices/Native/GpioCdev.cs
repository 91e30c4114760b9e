using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Native;

/// <summary>
/// The calls of the kernel's GPIO character devices that we use, version 2: linux/gpio.h, Documentation/userspace-api/gpio/chardev.rst. Their
/// numbers and layouts are the same on x86-64 and arm64.
/// </summary>
static partial class GpioCdev
{
    /// <summary>The most lines of one request (GPIO_V2_LINES_MAX).</summary>
    public const int MostLines = 64;

    /// <summary>Edges that the kernel keeps for a late reader; at the limit it drops the oldest, which their numbers show.</summary>
    public const int EventBuffer = 128;

    const int MostAttributes = 10; // GPIO_V2_LINE_NUM_ATTRS_MAX
    const int EventsPerRead = 16;
    const nuint GetLine = 0xC250B407; // GPIO_V2_GET_LINE_IOCTL
    const nuint GetValues = 0xC010B40E; // GPIO_V2_LINE_GET_VALUES_IOCTL
    const nuint SetValues = 0xC010B40F; // GPIO_V2_LINE_SET_VALUES_IOCTL
    const uint FlagsAttribute = 1; // GPIO_V2_LINE_ATTR_ID_FLAGS
    const uint ValuesAttribute = 2; // GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES
    const uint DebounceAttribute = 3; // GPIO_V2_LINE_ATTR_ID_DEBOUNCE
    const uint RisingEdge = 1; // GPIO_V2_LINE_EVENT_RISING_EDGE
    const int Interrupted = 4; // EINTR

    static ReadOnlySpan<byte> Consumer => "checkpoint"u8;

    /// <summary>Takes lines for this program alone, until the handle is closed or the process ends.</summary>
    /// <param name="chip">The chip's device file.</param>
    /// <param name="wires">1 to 64 lines, used in at most seven different ways.</param>
    /// <param name="active">What outputs begin with: bit n is line n of <paramref name="wires"/>.</param>
    /// <param name="debounce">How long an input must be steady before its edge is told; zero tells each.</param>
    /// <exception cref="IOException">It is not there, may not be used, is no GPIO chip, has no such line, or another program has it.</exception>
    public static unsafe SafeFileHandle Request(string chip, ReadOnlySpan<GpioWire> wires, ulong active, TimeSpan debounce)
    {
        var request = new LineRequest { Count = (uint)wires.Length, EventBufferSize = EventBuffer };
        for (var i = 0; i < wires.Length; i++)
            request.Offsets[i] = (uint)wires[i].Offset;
        Consumer.CopyTo(new Span<byte>(request.Consumer, LineRequest.NameBytes));
        request.Config = Configure(wires, active, debounce);
        using var file = OpenChip(chip);
        if (Ioctl(file, GetLine, &request) < 0)
            throw new IOException($"{chip}, lines {Names(wires)}: {LastError()}");
        return new(request.Descriptor, ownsHandle: true);
    }

    /// <summary>Which lines are active: bit n is line n of the request.</summary>
    /// <exception cref="IOException">The chip is gone.</exception>
    public static unsafe ulong Read(SafeFileHandle lines, int count)
    {
        var values = new LineValues { Mask = All(count) };
        return Ioctl(lines, GetValues, &values) < 0 ? throw Gone() : values.Bits & values.Mask;
    }

    /// <summary>Sets all lines of a request at once, as far as the chip can.</summary>
    /// <exception cref="IOException">The chip is gone.</exception>
    public static unsafe void Write(SafeFileHandle lines, int count, ulong active)
    {
        var values = new LineValues { Bits = active, Mask = All(count) };
        if (Ioctl(lines, SetValues, &values) < 0)
            throw Gone();
    }

    /// <summary>Takes edges that are there, the oldest first.</summary>
    /// <exception cref="IOException">The chip is gone.</exception>
    public static unsafe IReadOnlyList<GpioEvent> ReadEdges(SafeFileHandle lines)
    {
        var events = stackalloc LineEvent[EventsPerRead];
        var bytes = Read(lines, events, (nuint)(EventsPerRead * sizeof(LineEvent)));
        if (bytes < 0)
            return Marshal.GetLastPInvokeError() == Interrupted ? [] : throw Gone();
        var edges = new GpioEvent[bytes / sizeof(LineEvent)];
        for (var i = 0; i < edges.Length; i++)
        {
            var at = TimeSpan.FromTicks((long)(events[i].Nanoseconds / TimeSpan.NanosecondsPerTick));
            edges[i] = new((int)events[i].Offset, events[i].Id == RisingEdge, at, events[i].Number);
        }

        return edges;
    }

    static SafeFileHandle OpenChip(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path}: {error.Message} Add the program's user to the group gpio.", error);
        }
    }

    // The first line's way is the default; lines that are used in another way share an attribute.
    static LineConfig Configure(ReadOnlySpan<GpioWire> wires, ulong active, TimeSpan debounce)
    {
        var config = new LineConfig { Flags = (ulong)wires[0].Flags };
        for (var i = 1; i < wires.Length; i++)
        {
            var (flags, line) = ((ulong)wires[i].Flags, 1UL << i);
            if (flags != config.Flags)
                config.Add(FlagsAttribute, flags, line);
        }

        if (wires[0].Flags.HasFlag(GpioFlags.Output))
            config.Add(ValuesAttribute, active, All(wires.Length));
        else if (debounce > TimeSpan.Zero)
            config.Add(DebounceAttribute, (ulong)debounce.TotalMicroseconds, All(wires.Length));
        return config;
    }

    static ulong All(int count) => count == MostLines ? ulong.MaxValue : (1UL << count) - 1;

    static string Names(ReadOnlySpan<GpioWire> wires)
    {
        var names = new StringBuilder();
        foreach (var wire in wires)
            names.Append(names.Length == 0 ? "" : ", ").Append(wire.Offset);
        return names.ToString();
    }

    static IOException Gone() => new($"The GPIO chip is gone: {LastError()}");

    static string LastError() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Ioctl(SafeFileHandle file, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Read(SafeFileHandle file, void* bytes, nuint count);

    /// <summary>struct gpio_v2_line_request.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct LineRequest
    {
        public const int NameBytes = 32; // GPIO_MAX_NAME_SIZE

        public fixed uint Offsets[MostLines];
        public fixed byte Consumer[NameBytes];
        public LineConfig Config;
        public uint Count;
        public uint EventBufferSize;
        public fixed uint Padding[5];
        public int Descriptor;
    }

    /// <summary>struct gpio_v2_line_config.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct LineConfig
    {
        public ulong Flags;
        public uint AttributeCount;
        public fixed uint Padding[5];
        public LineAttributes Attributes;

        public void Add(uint id, ulong value, ulong lines)
        {
            for (var i = 0; i < AttributeCount; i++)
            {
                if (Attributes[i].Id != id || Attributes[i].Value != value)
                    continue;
                Attributes[i].Lines |= lines;
                return;
            }

            Attributes[(int)AttributeCount++] = new() { Id = id, Value = value, Lines = lines };
        }
    }

    /// <summary>struct gpio_v2_line_config_attribute; a union of 8 bytes, of which a little-endian processor has the low ones first.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct LineAttribute
    {
        public uint Id;
        public uint Padding;
        public ulong Value;
        public ulong Lines;
    }

    [InlineArray(MostAttributes)]
    internal struct LineAttributes
    {
        LineAttribute first;
    }

    /// <summary>struct gpio_v2_line_event.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct LineEvent
    {
        public ulong Nanoseconds;
        public uint Id;
        public uint Offset;
        public uint Number;
        public uint LineNumber;
        public fixed uint Padding[6];
    }

    /// <summary>struct gpio_v2_line_values.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct LineValues
    {
        public ulong Bits;
        public ulong Mask;
    }
}
