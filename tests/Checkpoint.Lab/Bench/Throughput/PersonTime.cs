using System.Globalization;
using Checkpoint.Signals;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>One person at the gate, as its own devices saw them.</summary>
/// <param name="Arrived">Edge of the presence sensor, since the program started.</param>
/// <param name="Lit">The first light that judges.</param>
/// <param name="Left">Edge of the presence sensor as they went.</param>
/// <param name="Kind">What that light said.</param>
readonly record struct PersonTime(TimeSpan Arrived, TimeSpan Lit, TimeSpan Left, SignalKind Kind)
{
    /// <summary>What a person waits for.</summary>
    public TimeSpan ToLight => Lit - Arrived;

    /// <summary>Reads a line that <see cref="ToString"/> has written.</summary>
    public static PersonTime Parse(string line)
    {
        var parts = line.Split(' ');
        return new(Time(parts[0]), Time(parts[1]), Time(parts[2]), Enum.Parse<SignalKind>(parts[3]));
    }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Arrived.Ticks} {Lit.Ticks} {Left.Ticks} {Kind}");

    static TimeSpan Time(string ticks) => TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture));
}
