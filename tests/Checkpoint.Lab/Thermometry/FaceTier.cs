using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Lab.Thermometry;

/// <summary>One kind of hardware, by what it sees of a face, and what is asked of it.</summary>
/// <param name="Name">T1, T2 or T3.</param>
/// <param name="Sight">What it sees.</param>
/// <param name="Columns">Its columns without the round.</param>
/// <param name="LeastAuc">Asked of the area under the curve for an oral temperature of 37.5 °C.</param>
/// <param name="LeastSensitivity">Asked at the operating point, for the same.</param>
sealed record FaceTier(string Name, Sight Sight, string Columns, double LeastAuc, double LeastSensitivity)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaceTier> All { get; } =
    [
        new("T1", Sight.ForeheadCentre, "T_FHCC", 0.87, 0.72),
        new("T2", Sight.ForeheadScan, "T_FH_Max", 0.89, 0.74),
        new("T3", Sight.FullFace, "T_Max", 0.975, 0.94),
    ];
}
