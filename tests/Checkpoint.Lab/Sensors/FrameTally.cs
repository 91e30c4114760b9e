using System.Globalization;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Sensors;

/// <summary>Shows torn frames to a driver, and counts what became of them: a temperature of a reading in which any frame was spoiled is a bad one.</summary>
sealed class FrameTally
{
    const int MostShown = 20;
    const int SoundPercent = 10;
    const int Registers = 3;
    static readonly Tear[] Tears = Enum.GetValues<Tear>();
    static readonly SensorFault[] Faults = [.. Enum.GetValues<SensorFault>().Where(fault => fault != SensorFault.None)];

    readonly Dictionary<Tear, TearTally> rows = Tears.ToDictionary(tear => tear, _ => new TearTally());
    readonly List<string> believed = [];

    /// <summary>Frames shown.</summary>
    public long Frames { get; private set; }

    /// <summary>Frames that were not what a sound sensor says, and silences.</summary>
    public long Spoiled => rows.Values.Sum(row => row.SpoiledFrames);

    /// <summary>Those of them that a driver which asks once believes.</summary>
    public long Fitting => rows.Values.Sum(row => row.Fitting);

    /// <summary>Temperatures that came of a spoiled frame.</summary>
    public long Believed => rows.Values.Sum(row => row.Believed);

    /// <summary>Readings whose frames were all sound.</summary>
    public long Sound => rows.Values.Sum(row => row.Readings - row.Spoiled);

    /// <summary>Sound readings that did not end in what the sensor measured.</summary>
    public long Refused => rows.Values.Sum(row => row.Refused);

    /// <summary>Whether every way of tearing spoiled a frame.</summary>
    public bool EveryTearWasSeen => rows.All(row => row.Key == Tear.None || row.Value.Spoiled > 0);

    /// <summary>Shows frames to one driver, one reading of one of its registers after another.</summary>
    public void Take(long frames, int seed)
    {
        var dice = new Dice((ulong)seed);
        var bus = new TornBus(dice);
        var thermometer = new Mlx90614(bus);
        while (bus.Frames < frames)
        {
            var tear = dice.Falls(SoundPercent) ? Tear.None : Tears[dice.Roll(Tears.Length)];
            Take(thermometer, bus, dice, tear);
        }

        Frames = bus.Frames;
    }

    /// <summary>Prints what became of the readings of every way of tearing.</summary>
    public void Tell()
    {
        Report.Note($"{"frames torn by",-14} {"readings",9} {"spoiled",9} {"fitting",9} {string.Concat(Faults.Select(fault => $"{fault,13}"))} {"temperature",12}");
        foreach (var (tear, row) in rows)
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{tear,-14} {row.Readings,9} {row.Spoiled,9} {row.Fitting,9} {Cells(row)} {row.Believed,12}"));
        foreach (var line in believed)
            Report.Note("believed: " + line);
    }

    void Take(Mlx90614 thermometer, TornBus bus, Dice dice, Tear tear)
    {
        var register = dice.Roll(Registers);
        var word = register == 0
            ? Between(dice, Mlx90614.LowestDieWord, Mlx90614.HighestDieWord)
            : Between(dice, Mlx90614.LowestWord, Mlx90614.HighestWord);
        bus.Begin(tear, word);
        var (told, fault) = register switch
        {
            0 => Open(thermometer.ReadDie()),
            1 => Open(thermometer.Read()),
            _ => Open(thermometer.ReadSecondZone()),
        };
        var truth = (word * Mlx90614.HundredthsPerCount) - Mlx90614.FreezingPoint;
        rows[tear].Add(bus, told, fault, truth);
        if (bus.Spoiled > 0 && told is not null && believed.Count < MostShown)
            believed.Add(string.Create(CultureInfo.InvariantCulture, $"{tear}: {told}, truth {truth}, {bus.Spoiled} frames spoiled, {bus.Fitting} of them fitting"));
    }

    static string Cells(TearTally row) => string.Concat(Faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{row[fault],13}")));

    static int Between(Dice dice, int lowest, int highest) => lowest + dice.Roll(highest - lowest + 1);

    static (int? Told, SensorFault Fault) Open(ThermometerReading reading) => reading is ThermometerReading.Measured measured
        ? (measured.Surface.Hundredths, SensorFault.None)
        : (null, ((ThermometerReading.Faulted)reading).Fault);

    static (int? Told, SensorFault Fault) Open(DieReading reading) => reading is DieReading.Measured measured
        ? (measured.Hundredths, SensorFault.None)
        : (null, ((DieReading.Faulted)reading).Fault);
}
