using System.Globalization;
using Checkpoint.Devices.Thermometers;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Sensors;

/// <summary>What became of torn frames.</summary>
sealed class FrameTally
{
    const int MostShown = 20;
    const int SoundPercent = 10;
    static readonly Tear[] Tears = Enum.GetValues<Tear>();

    readonly SortedDictionary<string, long> outcomes = new(StringComparer.Ordinal);
    readonly HashSet<Tear> seen = [Tear.None];

    /// <summary>Frames shown.</summary>
    public long Frames { get; private set; }

    /// <summary>Readings whose frames were all sound.</summary>
    public long Sound { get; private set; }

    /// <summary>Sound readings that were not believed.</summary>
    public long Refused { get; private set; }

    /// <summary>Temperatures that the sensor did not say.</summary>
    public List<string> Believed { get; } = [];

    /// <summary>Whether every way of tearing made at least one bad frame.</summary>
    public bool EveryTearWasSeen => seen.Count == Tears.Length;

    /// <summary>Shows frames to one driver, one reading after another.</summary>
    public void Take(int frames, int seed)
    {
        var dice = new Dice((ulong)seed);
        var bus = new TornBus(dice);
        var thermometer = new Mlx90614(bus);
        while (bus.Frames < frames)
        {
            var tear = dice.Falls(SoundPercent) ? Tear.None : Tears[dice.Roll(Tears.Length)];
            bus.Begin(tear);
            Judge(tear, bus, thermometer.Read());
        }

        Frames = bus.Frames;
    }

    /// <summary>Prints what became of every way of tearing.</summary>
    public void Tell()
    {
        foreach (var (what, count) in outcomes)
            Report.Note(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {count,10}"));
        foreach (var line in Believed.Take(MostShown))
            Report.Note("believed: " + line);
    }

    void Judge(Tear tear, TornBus bus, ThermometerReading reading)
    {
        var name = $"{tear} {(bus.IsBad ? Name(reading) : "left it sound")}";
        outcomes[name] = outcomes.GetValueOrDefault(name) + 1;
        if (bus.IsBad)
            seen.Add(tear);
        else
            Sound++;
        if (reading is ThermometerReading.Measured measured && measured.Surface.Hundredths != bus.Truth)
            Believed.Add($"{tear}: {reading}, truth {bus.Truth}");
        else if (reading is not ThermometerReading.Measured && !bus.IsBad)
            Refused++;
    }

    static string Name(ThermometerReading reading) => reading is ThermometerReading.Faulted faulted ? faulted.Fault.ToString() : "the sound frames' temperature";
}
