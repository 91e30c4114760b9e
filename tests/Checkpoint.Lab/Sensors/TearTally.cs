using Checkpoint.Sensing;

namespace Checkpoint.Lab.Sensors;

/// <summary>What became of the readings whose frames were torn in one way.</summary>
sealed class TearTally
{
    readonly long[] faults = new long[(int)Enum.GetValues<SensorFault>().Max() + 1];

    /// <summary>Readings.</summary>
    public long Readings { get; private set; }

    /// <summary>Those of which at least one frame was spoiled.</summary>
    public long Spoiled { get; private set; }

    /// <summary>Spoiled frames.</summary>
    public long SpoiledFrames { get; private set; }

    /// <summary>Spoiled frames that fit their code, bear no error flag and are in range.</summary>
    public long Fitting { get; private set; }

    /// <summary>Temperatures told although a frame was spoiled, whatever they were.</summary>
    public long Believed { get; private set; }

    /// <summary>Sound readings that did not end in the temperature that the sensor measured.</summary>
    public long Refused { get; private set; }

    /// <summary>Spoiled readings that ended in a fault.</summary>
    public long this[SensorFault fault] => faults[(int)fault];

    /// <summary>Adds a reading.</summary>
    /// <param name="bus">The bus that it came over.</param>
    /// <param name="told">The temperature that it ended in, hundredths of a °C; null for a fault.</param>
    /// <param name="fault">The fault, or none.</param>
    /// <param name="truth">What the sensor measured.</param>
    public void Add(TornBus bus, int? told, SensorFault fault, int truth)
    {
        Readings++;
        SpoiledFrames += bus.Spoiled;
        Fitting += bus.Fitting;
        if (bus.Spoiled == 0)
        {
            Refused += told == truth ? 0 : 1;
            return;
        }

        Spoiled++;
        if (told is null)
            faults[(int)fault]++;
        else
            Believed++;
    }
}
