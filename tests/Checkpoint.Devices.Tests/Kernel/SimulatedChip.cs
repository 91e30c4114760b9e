using System.Globalization;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>The world's end of the lines of gpio-sim (Documentation/admin-guide/gpio/gpio-sim.rst): what drives them, and what pulls them.</summary>
static class SimulatedChip
{
    /// <summary>Whether a line is high.</summary>
    public static bool IsHigh(int line) => File.ReadAllText(PathOf(line, "value")).StartsWith('1');

    /// <summary>Pulls a line up or down; it follows unless something drives it.</summary>
    public static void Pull(int line, bool up) => File.WriteAllText(PathOf(line, "pull"), up ? "pull-up" : "pull-down");

    /// <summary>Waits until lines are high or low.</summary>
    public static Task IsAsync(bool high, CancellationToken cancel, params int[] lines) => Eventually.HoldsAsync(
        () => Task.FromResult(lines.All(line => IsHigh(line) == high)),
        $"lines {string.Join(", ", lines.Select(line => line.ToString(CultureInfo.InvariantCulture)))} are {(high ? "high" : "low")}",
        Rig.Patience,
        cancel);

    static string PathOf(int line, string what) => Path.Combine(Rig.Lines, string.Create(CultureInfo.InvariantCulture, $"sim_gpio{line}"), what);
}
