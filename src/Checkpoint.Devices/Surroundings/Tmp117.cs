using System.Buffers.Binary;
using Checkpoint.Devices.Buses;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

/// <summary>
/// The thermometer Texas Instruments TMP117 (datasheet SNOSD82), ±0.1 °C from −20 to 50 °C, as it measures from power-on: once a second. It
/// sends no check code, and a bus that nobody drives reads as −0.01 °C: so each reading asks for its number too, and twice for the temperature, which has to be the same.
/// </summary>
/// <remarks>Not thread-safe. A reading takes under 2 ms at 100 kHz.</remarks>
/// <param name="bus">The bus that it is on.</param>
/// <param name="address">Its 7-bit address, 0x48 … 0x4B by its ADD0 pin.</param>
public sealed class Tmp117(II2cBus bus, byte address = Tmp117.Address) : IAirThermometer
{
    /// <summary>The 7-bit address with its ADD0 pin to ground.</summary>
    public const byte Address = 0x48;

    internal const byte Result = 0x00;
    internal const byte Id = 0x0F;
    internal const int Number = 0x117; // the low 12 bits; the rest is its revision
    const int NotYet = short.MinValue; // −256 °C, until the first measurement
    const int Lowest = -7040; // −55 °C in its counts
    const int Highest = 19200; // 150 °C

    /// <summary>Reads the temperature of the air around it.</summary>
    public AmbientReading Read()
    {
        try
        {
            var first = Read(Result);
            var second = Read(Result);
            return Judge(first, second, Read(Id) & 0xFFF) is var fault and not SensorFault.None
                ? new AmbientReading.Faulted(fault)
                : new AmbientReading.Measured(ToHundredths(first));
        }
        catch (IOException)
        {
            return new AmbientReading.Faulted(SensorFault.NoAnswer);
        }
    }

    /// <summary>From counts of 7.8125 thousandths to whole hundredths, the nearer; a half goes away from zero.</summary>
    internal static int ToHundredths(int counts) => ((counts * 25) + (counts < 0 ? -16 : 16)) / 32;

    static SensorFault Judge(int first, int second, int number)
    {
        if (number != Number || first != second)
            return SensorFault.Disagreement;
        if (first == NotYet)
            return SensorFault.NotReady;
        return first is < Lowest or > Highest ? SensorFault.OutOfRange : SensorFault.None;
    }

    int Read(byte register)
    {
        Span<byte> word = stackalloc byte[2];
        bus.Transfer(address, [register], word);
        return BinaryPrimitives.ReadInt16BigEndian(word);
    }
}
