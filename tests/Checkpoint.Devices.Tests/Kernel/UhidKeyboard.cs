using System.Buffers.Binary;
using System.Text;
using Checkpoint.Devices.Scanners;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>A USB keyboard that is a program (linux/uhid.h, Documentation/hid/uhid.rst): presses keys by their HID usages.</summary>
sealed class UhidKeyboard : IDisposable
{
    const uint Destroy = 1; // UHID_DESTROY
    const uint Create = 11; // UHID_CREATE2
    const uint Input = 12; // UHID_INPUT2
    const byte LeftShift = 0x02; // of the first byte of a report
    const byte LeftAlt = 0x04;
    const int MostShown = 5;

    // What a boot keyboard says of itself (HID 1.11, appendix B.1).
    static readonly byte[] Description =
    [
        0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0x05, 0x07, 0x19, 0xE0, 0x29, 0xE7, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x81, 0x02,
        0x95, 0x01, 0x75, 0x08, 0x81, 0x01, 0x95, 0x06, 0x75, 0x08, 0x15, 0x00, 0x25, 0x65, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65, 0x81, 0x00, 0xC0,
    ];

    static readonly TimeSpan ReportPeriod = TimeSpan.FromMilliseconds(10); // of a low-speed device

    readonly string name = $"Checkpoint scanner {Guid.NewGuid():N}";
    readonly FileStream device = new(RigScanners.Keyboards, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    public UhidKeyboard()
    {
        var said = new byte[280 + Description.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(said, Create);
        Encoding.ASCII.GetBytes(name, said.AsSpan(4));
        BinaryPrimitives.WriteUInt16LittleEndian(said.AsSpan(260), (ushort)Description.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(said.AsSpan(262), 3); // BUS_USB
        BinaryPrimitives.WriteUInt32LittleEndian(said.AsSpan(264), 0x0525);
        BinaryPrimitives.WriteUInt32LittleEndian(said.AsSpan(268), 0xA4AC);
        Description.CopyTo(said, 280);
        device.Write(said);
    }

    /// <summary>Waits until the kernel has made a device file of it.</summary>
    public async Task<string> PathAsync(CancellationToken cancel)
    {
        string? path = null;
        await Eventually.HoldsAsync(() => (path = Find()) is not null, "the kernel has the keyboard", cancel);
        return path!;
    }

    /// <summary>
    /// Types a code until the scanner that watches has told it: an emulated machine may be away for so long that the kernel loses keys, and then
    /// the code has to be counted.
    /// </summary>
    public async Task ShowAsync(KeyboardScanner scanner, string text, CancellationToken cancel)
    {
        await Eventually.HoldsAsync(() => scanner.IsTaken, "the scanner is watched", cancel);
        var told = scanner.Told;
        for (var shown = 0; shown < MostShown && scanner.Told == told; shown++)
        {
            var torn = scanner.Torn;
            await TypeAsync(text, cancel);
            await Eventually.HoldsAsync(() => scanner.Told > told || scanner.Torn > torn, "the code is told or counted", cancel);
        }
    }

    /// <summary>Types what an American keyboard has, and Enter, as fast as a scanner does.</summary>
    public async Task TypeAsync(string text, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(ReportPeriod);
        foreach (var (modifier, usage) in text.Select(HidUsages.Of).Append((false, HidUsages.Enter)).Select(key => (key.Item1 ? LeftShift : (byte)0, key.Item2)))
            await StrikeAsync(modifier, usage, timer, cancel);
    }

    /// <summary>Writes a character by Alt and its number on the number pad.</summary>
    public async Task TypeByNumberAsync(string digits, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(ReportPeriod);
        foreach (var digit in digits)
            await StrikeAsync(LeftAlt, HidUsages.OfKeypad(digit), timer, cancel);
    }

    /// <summary>Pulls its plug.</summary>
    public void Dispose()
    {
        if (!device.CanWrite)
            return;
        var said = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(said, Destroy);
        device.Write(said);
        device.Dispose();
    }

    async Task StrikeAsync(byte modifier, byte usage, PeriodicTimer timer, CancellationToken cancel)
    {
        Report(modifier, usage);
        await timer.WaitForNextTickAsync(cancel);
        Report(0, 0);
        await timer.WaitForNextTickAsync(cancel);
    }

    void Report(byte modifier, byte usage)
    {
        var said = new byte[14];
        BinaryPrimitives.WriteUInt32LittleEndian(said, Input);
        BinaryPrimitives.WriteUInt16LittleEndian(said.AsSpan(4), 8);
        (said[6], said[8]) = (modifier, usage);
        device.Write(said);
    }

    string? Find() => Directory.EnumerateDirectories("/sys/class/input", "event*")
        .Where(folder => File.Exists($"{folder}/device/name") && File.ReadAllText($"{folder}/device/name").Contains(name, StringComparison.Ordinal))
        .Select(folder => $"/dev/input/{Path.GetFileName(folder)}")
        .FirstOrDefault(File.Exists);
}
