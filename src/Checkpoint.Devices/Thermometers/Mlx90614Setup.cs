namespace Checkpoint.Devices.Thermometers;

/// <summary>
/// What a technician asks an MLX90614 and sets in it (datasheet 3901090614, "EEPROM", "Read Flags", "Sleep Mode"). Not thread-safe; end
/// it before somebody measures with the same sensor.
/// </summary>
/// <param name="bus">The bus that the sensor is on.</param>
/// <param name="clock">What the sensor's times are waited by.</param>
/// <param name="address">The sensor's 7-bit address.</param>
public sealed class Mlx90614Setup(ISmbus bus, TimeProvider clock, byte address = Mlx90614.Address)
{
    /// <summary>A cell takes at most 10 ms to be erased or written; Linux waits twice that, and so do we.</summary>
    public static readonly TimeSpan CellTime = TimeSpan.FromMilliseconds(20);

    /// <summary>The data line is low for at least 33 ms to wake the sensor.</summary>
    public static readonly TimeSpan WakeTime = TimeSpan.FromMilliseconds(40);

    /// <summary>The first valid temperature is there at most 250 ms after waking; a quarter more is for its clock.</summary>
    public static readonly TimeSpan FirstData = TimeSpan.FromMilliseconds(320);

    const byte FirstInfrared = 0x04;
    const byte SecondInfrared = 0x05;
    const byte EmissivityRegister = 0x24;
    const byte ConfigurationRegister = 0x25;
    const byte IdRegister = 0x3C;
    const byte SleepCommand = 0xFF;
    const ushort Erased = 0;

    readonly CheckedSmbus sensor = new(bus, address);

    /// <summary>The part's own number, 64 bits; the lowest word is the first one that it keeps.</summary>
    /// <exception cref="IOException">A word of it did not come through.</exception>
    public ulong ReadId()
    {
        var id = 0UL;
        for (byte word = 0; word < 4; word++)
            id |= (ulong)sensor.Read((byte)(IdRegister + word)) << (16 * word);
        return id;
    }

    /// <summary>The infrared detector of zone 1, in counts, −32767 … 32767, before any conversion.</summary>
    /// <exception cref="IOException">The word did not come through.</exception>
    public int ReadInfrared() => FromSignAndMagnitude(sensor.Read(FirstInfrared));

    /// <summary>The infrared detector of zone 2, in counts, −32767 … 32767.</summary>
    /// <exception cref="IOException">The word did not come through.</exception>
    public int ReadSecondInfrared() => FromSignAndMagnitude(sensor.Read(SecondInfrared));

    /// <summary>Its register Config1: filters, zones and gain.</summary>
    /// <exception cref="IOException">The word did not come through.</exception>
    public ushort ReadConfiguration() => sensor.Read(ConfigurationRegister);

    /// <summary>What it says of itself.</summary>
    /// <exception cref="IOException">The word did not come through.</exception>
    public Mlx90614State ReadState() => (Mlx90614State)(sensor.Read(Mlx90614.Flags) & 0xFF);

    /// <summary>The emissivity that it assumes; 1 from the factory.</summary>
    /// <exception cref="IOException">The word did not come through.</exception>
    public EmissivityCell ReadEmissivity() => EmissivityCell.FromCounts(sensor.Read(EmissivityRegister));

    /// <summary>
    /// Writes the emissivity that it assumes, after erasing the cell, and reads it back. It takes effect at the next power-on. Better left
    /// alone, since the factory's calibration has a second cell that nobody may write: correct for it in software.
    /// </summary>
    /// <param name="cell">The new emissivity.</param>
    /// <param name="cancel">Cancelled between the two writes, the cell is left erased: write it again.</param>
    /// <exception cref="IOException">A write was not acknowledged, or the cell does not hold what was written.</exception>
    public async Task WriteEmissivityAsync(EmissivityCell cell, CancellationToken cancel)
    {
        foreach (var word in (ushort[])[Erased, cell.Counts])
        {
            sensor.Write(EmissivityRegister, word);
            await Task.Delay(CellTime, clock, cancel);
        }

        if (ReadEmissivity() is var kept && kept != cell)
            throw new IOException($"The emissivity's cell holds 0x{kept.Counts:X4}, not 0x{cell.Counts:X4}.");
    }

    /// <summary>Sends it to sleep: it takes 2.5 µA and answers nobody until it is woken.</summary>
    /// <exception cref="IOException">It did not acknowledge.</exception>
    public void Sleep() => sensor.Send(SleepCommand);

    /// <summary>Wakes it by the data line, and waits for its first temperature.</summary>
    /// <param name="line">The bus's data line. Nobody may use the bus meanwhile.</param>
    /// <param name="cancel">Cancels the waiting; the line is let go in any case.</param>
    /// <exception cref="IOException">The line cannot be had.</exception>
    public async Task WakeAsync(IDataLine line, CancellationToken cancel)
    {
        line.Pull();
        try
        {
            await Task.Delay(WakeTime, clock, cancel);
        }
        finally
        {
            line.Release();
        }

        await Task.Delay(FirstData, clock, cancel);
    }

    static int FromSignAndMagnitude(int word) => (word & 0x8000) == 0 ? word : -(word & 0x7FFF);
}
