using System.Buffers.Binary;
using Checkpoint.Devices.Buses;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Surroundings;

/// <summary>
/// The distance sensor STMicroelectronics VL53L1X (user manual UM2510), measuring on its own. It sends no check code: a result is read twice
/// and believed only if it is the same twice and the sensor says that it is good.
/// </summary>
/// <remarks>
/// Not thread-safe. The maker's 91 bytes of settings are the maker's and not part of this program: whoever installs the sensor gives them. The
/// first measurement after opening is thrown away, as the maker asks.
/// </remarks>
public sealed class Vl53l1x : IDistanceSensor
{
    /// <summary>The 7-bit address from power-on.</summary>
    public const byte Address = 0x29;

    /// <summary>Bytes of the maker's settings, for the registers 0x2D to 0x87.</summary>
    public const int SettingsBytes = 91;

    /// <summary>The farthest distance that it can measure, mm.</summary>
    public const int Farthest = 4000;

    internal const ushort SettingsStart = 0x002D;
    internal const ushort Polarity = 0x0030;
    internal const ushort Ready = 0x0031;
    internal const ushort Clear = 0x0086;
    internal const ushort Mode = 0x0087;
    internal const ushort Outcome = 0x0089;
    internal const ushort Booted = 0x00E5;
    internal const ushort Model = 0x010F;
    internal const byte Measuring = 0x40;
    internal const byte Good = 9;
    internal const int DistanceAt = 13; // bytes after the outcome
    internal const int ResultBytes = 15;
    const ushort ReferenceSteps = 0x0008;
    const ushort ReferenceStart = 0x000B;
    const byte ModelHigh = 0xEA;
    const byte ModelLow = 0xCC;

    readonly II2cBus bus;
    readonly byte address;
    bool isSettled;

    Vl53l1x(II2cBus bus, byte address) => (this.bus, this.address) = (bus, address);

    /// <summary>Sets the sensor up and lets it measure.</summary>
    /// <param name="bus">The bus that it is on.</param>
    /// <param name="settings">The maker's settings, 91 bytes.</param>
    /// <param name="address">Its 7-bit address.</param>
    /// <exception cref="IOException">It does not answer, is another part, or has not started yet.</exception>
    public static Vl53l1x Open(II2cBus bus, ReadOnlySpan<byte> settings, byte address = Address)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(settings.Length, SettingsBytes, nameof(settings));
        Identify(bus, address);
        var sensor = new Vl53l1x(bus, address);
        if ((sensor.Read(Booted) & 1) == 0)
            throw new IOException("The distance sensor has not started yet: try again in 2 ms.");
        sensor.Write(SettingsStart, settings);
        sensor.Write(Mode, Measuring);
        return sensor;
    }

    /// <summary>Asks whether it is one, and changes nothing.</summary>
    /// <exception cref="IOException">It does not answer, or is another part.</exception>
    internal static void Identify(II2cBus bus, byte address = Address)
    {
        Span<byte> model = stackalloc byte[2];
        new Vl53l1x(bus, address).Read(Model, model);
        if (model is not [ModelHigh, ModelLow])
            throw new IOException($"Address 0x{address:X2} is no VL53L1X.");
    }

    /// <summary>Reads the last distance, if it is a new one.</summary>
    public DistanceReading Read()
    {
        try
        {
            return IsReady() ? Take() : Fault(SensorFault.NotReady);
        }
        catch (IOException)
        {
            return Fault(SensorFault.NoAnswer);
        }
    }

    bool IsReady()
    {
        var isActiveLow = (Read(Polarity) & 0x10) != 0;
        return (Read(Ready) & 1) == (isActiveLow ? 0 : 1);
    }

    DistanceReading Take()
    {
        Span<byte> result = stackalloc byte[ResultBytes];
        Span<byte> again = stackalloc byte[ResultBytes];
        Read(Outcome, result);
        Read(Outcome, again);
        Write(Clear, 1);
        if (!isSettled)
            return Settle();
        return result.SequenceEqual(again) ? Interpret(result) : Fault(SensorFault.Disagreement);
    }

    // From the second measurement on it starts from the temperature of the first.
    DistanceReading.Faulted Settle()
    {
        Write(Mode, 0);
        Write(ReferenceSteps, 9);
        Write(ReferenceStart, 0);
        Write(Mode, Measuring);
        isSettled = true;
        return Fault(SensorFault.NotReady);
    }

    static DistanceReading Interpret(ReadOnlySpan<byte> result) => (result[0] & 0x1F, BinaryPrimitives.ReadUInt16BigEndian(result[DistanceAt..])) switch
    {
        (Good, > 0 and <= Farthest) => new DistanceReading.Measured(BinaryPrimitives.ReadUInt16BigEndian(result[DistanceAt..])),
        (4 or 5 or 6 or 7, _) => new DistanceReading.Nothing(), // too weak, out of bounds, too uncertain, or of the pulse before
        _ => Fault(SensorFault.OutOfRange),
    };

    static DistanceReading.Faulted Fault(SensorFault fault) => new(fault);

    byte Read(ushort register)
    {
        Span<byte> value = stackalloc byte[1];
        Read(register, value);
        return value[0];
    }

    void Read(ushort register, Span<byte> values)
    {
        Span<byte> from = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(from, register);
        bus.Transfer(address, from, values);
    }

    void Write(ushort register, byte value) => Write(register, [value]);

    void Write(ushort register, ReadOnlySpan<byte> values)
    {
        Span<byte> bytes = stackalloc byte[2 + values.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, register);
        values.CopyTo(bytes[2..]);
        bus.Transfer(address, bytes, []);
    }
}
