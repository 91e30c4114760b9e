using System.Collections.Immutable;
using Checkpoint.Devices.Buses;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>
/// The thermal camera Melexis MLX90640 (datasheet 3901090640). It measures one half of its image after the other, as the fields of a
/// chessboard. It sends no check code: its calibration is read twice, and a half is believed only if the camera did not measure anew while it was
/// read, says of itself what a sound part says, and sees nothing but temperatures.
/// </summary>
/// <remarks>Not thread-safe. A half is 1.7 kB: 0.16 s on a bus of 100 kHz, 40 ms at 400 kHz.</remarks>
public sealed class Mlx90640 : IThermometer
{
    /// <summary>The 7-bit address from the factory.</summary>
    public const byte Address = 0x33;

    internal const ushort EepromStart = 0x2400;
    internal const ushort RamStart = 0x0400;
    internal const ushort Status = 0x8000;
    internal const ushort Control = 0x800D;
    internal const int NewData = 0x0008;
    internal const ushort TakeNew = 0x0030; // enables overwriting, clears the sign of new data
    internal const int OtherPart = 0x0040; // in the word of the EEPROM that tells an MLX90641
    const double Coldest = -40;
    const double Hottest = 300;
    const double Black = 1;
    const int BothHalves = 3;

    readonly WideRegisters registers;
    readonly Mlx90640Conversion conversion;
    readonly double[] celsius = new double[PixelConstants.Count];
    DieReading die = new DieReading.Faulted(SensorFault.NotReady);
    int halves; // a bit for each half that was seen since the last fault

    Mlx90640(WideRegisters registers, Mlx90640Conversion conversion)
    {
        this.registers = registers;
        this.conversion = conversion;
    }

    /// <summary>Reads the camera's calibration.</summary>
    /// <param name="bus">The bus that it is on.</param>
    /// <param name="address">Its 7-bit address.</param>
    /// <exception cref="IOException">It does not answer, is another part, has too many broken pixels, or its calibration was not the same twice.</exception>
    public static Mlx90640 Open(II2cBus bus, byte address = Address)
    {
        var camera = new WideRegisters(bus, address);
        var (words, again) = (new ushort[EepromWords.Length], new ushort[EepromWords.Length]);
        camera.Read(EepromStart, words);
        camera.Read(EepromStart, again);
        if (!words.AsSpan().SequenceEqual(again))
            throw new IOException("The camera's calibration was not the same twice: look at the wires.");
        if ((words[10] & OtherPart) != 0 || words.All(word => word == words[0]))
            throw new IOException($"Address 0x{address:X2} is no MLX90640.");
        var calibrated = new Mlx90640Conversion(words);
        return BadPixels.CanBeFilled(calibrated.Bad)
            ? new(camera, calibrated)
            : throw new IOException($"The camera has {calibrated.Bad.Count} broken pixels, too many or side by side: replace it.");
    }

    /// <summary>Reads the half image that the camera measured last, if it is a new one.</summary>
    /// <returns>The image with that half new; NotReady while there is no new half, or not yet the other one.</returns>
    public ThermalReading ReadImage()
    {
        SensorFault fault;
        DieState state;
        try
        {
            fault = TryTake(out state);
        }
        catch (IOException)
        {
            (fault, state) = (SensorFault.NoAnswer, default);
        }

        if (fault is not (SensorFault.None or SensorFault.NotReady))
            (halves, die) = (0, new DieReading.Faulted(fault));
        if (fault == SensorFault.None)
            die = new DieReading.Measured(ToHundredths(state.Temperature));
        return fault == SensorFault.None
            ? new ThermalReading.Measured(new(ToImage()), ToHundredths(state.Temperature))
            : new ThermalReading.Faulted(fault);
    }

    /// <summary>Reads the hottest surface that the camera sees.</summary>
    public ThermometerReading Read() => ReadImage() switch
    {
        ThermalReading.Measured measured => new ThermometerReading.Measured(measured.Image.Hottest),
        ThermalReading.Faulted faulted => new ThermometerReading.Faulted(faulted.Fault),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The temperature of the camera itself that came with the last image; not ready before the first.</summary>
    public DieReading ReadDie() => die;

    SensorFault TryTake(out DieState state)
    {
        state = default;
        var status = registers.Read(Status);
        if ((status & NewData) == 0)
            return SensorFault.NotReady;
        var ram = new ushort[Mlx90640Frame.Length];
        registers.Write(Status, TakeNew);
        registers.Read(RamStart, ram);
        var frame = new Mlx90640Frame(ram, registers.Read(Control), status & 1);
        return (registers.Read(Status) & NewData) != 0
            ? SensorFault.Disagreement // it has begun to overwrite what was read
            : TryConvert(frame, out state);
    }

    SensorFault TryConvert(Mlx90640Frame frame, out DieState state)
    {
        state = conversion.State(frame);
        if (!frame.IsWhole || !state.IsPlausible)
            return SensorFault.OutOfRange;
        conversion.Convert(frame, Black, state.Temperature, celsius);
        halves |= 1 << frame.Half;
        if (halves != BothHalves)
            return SensorFault.NotReady;
        BadPixels.Fill(conversion.Bad, celsius);
        return Array.TrueForAll(celsius, pixel => pixel is >= Coldest and <= Hottest) ? SensorFault.None : SensorFault.OutOfRange;
    }

    ImmutableArray<SurfaceTemperature> ToImage() => [.. celsius.Select(pixel => SurfaceTemperature.FromHundredths(ToHundredths(pixel)))];

    static int ToHundredths(double degrees) => (int)Math.Round(degrees * 100);
}
