using Checkpoint.Devices.Native;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// An indicator's lines on a GPIO chip, taken for this program alone. When they are given back, by this program or because it died, their state
/// is the chip's driver's to decide (gpio-v2-get-line-ioctl.rst): most let go of them, so that a resistor pulls them; Raspberry Pi's own kernel
/// leaves them as they were unless config.txt has <c>dtparam=strict_gpiod</c> (docs/adr/0023).
/// </summary>
sealed class GpioOutputs : IOutputLines
{
    readonly SafeFileHandle lines;
    readonly IReadOnlyList<IndicatorLines> parts;

    GpioOutputs(SafeFileHandle lines, IReadOnlyList<IndicatorLines> parts)
    {
        this.lines = lines;
        this.parts = parts;
    }

    /// <summary>Takes the lines.</summary>
    /// <param name="chip">The chip's device file.</param>
    /// <param name="options">What is wired, at least one line.</param>
    /// <param name="on">What is on from the first moment; the rest is off.</param>
    /// <exception cref="IOException">There is no such chip or line, or another program has it.</exception>
    public static GpioOutputs Open(string chip, GpioIndicatorOptions options, IndicatorLines on)
    {
        var wired = GpioParts.Of(options);
        IReadOnlyList<IndicatorLines> order = [.. wired.Select(part => part.Part)];
        var taken = GpioCdev.Request(chip, [.. wired.Select(part => GpioParts.Wire(part.Output))], Bits(order, on), TimeSpan.Zero);
        return new(taken, order);
    }

    /// <inheritdoc/>
    public void Set(IndicatorLines on) => GpioCdev.Write(lines, parts.Count, Bits(parts, on));

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();

    static ulong Bits(IReadOnlyList<IndicatorLines> parts, IndicatorLines on)
    {
        var bits = 0UL;
        for (var i = 0; i < parts.Count; i++)
            bits |= on.HasFlag(parts[i]) ? 1UL << i : 0;
        return bits;
    }
}
