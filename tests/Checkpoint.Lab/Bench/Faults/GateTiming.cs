using System.Globalization;

namespace Checkpoint.Lab.Bench.Faults;

/// <summary>One observation of one of a gate's histograms, as it was made.</summary>
/// <param name="Step">Of what.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Took">How long, in real time.</param>
/// <param name="Waiting">Entries that the hub had not confirmed then.</param>
/// <param name="Paused">How long the program had stood still for its garbage collector since its start.</param>
readonly record struct GateTiming(GateStep Step, DateTimeOffset At, TimeSpan Took, long Waiting, TimeSpan Paused)
{
    /// <summary>Reads a line that <see cref="ToString"/> has written.</summary>
    public static GateTiming Parse(string line)
    {
        var parts = line.Split(' ');
        return new(
            (GateStep)int.Parse(parts[0], CultureInfo.InvariantCulture),
            new(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero),
            TimeSpan.FromTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)),
            long.Parse(parts[3], CultureInfo.InvariantCulture),
            TimeSpan.FromTicks(long.Parse(parts[4], CultureInfo.InvariantCulture)));
    }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Step} {At.UtcTicks} {Took.Ticks} {Waiting} {Paused.Ticks}");
}
