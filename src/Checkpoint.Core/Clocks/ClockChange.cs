namespace Checkpoint.Clocks;

/// <summary>A turn of the gate's time, as it is journaled: with it the hub can tell when earlier entries really were.</summary>
/// <param name="Turn">What happened.</param>
/// <param name="Before">The gate's time at that moment, as it was kept until then.</param>
/// <param name="After">The gate's time from then on.</param>
/// <param name="Said">What the system's clock said.</param>
public sealed record ClockChange(ClockTurn Turn, GateTime Before, GateTime After, DateTimeOffset Said)
{
    /// <summary>A turn by more than this is told to people.</summary>
    public static readonly TimeSpan Worrying = TimeSpan.FromMinutes(1);

    /// <summary>By how much the clock that the gate follows, or does not, was turned.</summary>
    public TimeSpan By => Said - Before.Wall;

    /// <summary>Whether somebody should look into it: more than a clock that was off while the box had no power.</summary>
    public bool IsWorrying => Turn is not ClockTurn.Set && By.Duration() > Worrying;
}
