namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>One step of a script.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Move">What is done.</param>
/// <param name="Zone">Time zone of the box in this start of it.</param>
/// <param name="IsAnswered">Whether a time server has answered since the program started, or does with this step.</param>
public sealed record PlannedMove(int Number, ClockMove Move, string Zone, bool IsAnswered)
{
    /// <summary>What it is in words.</summary>
    public string Words => Move switch
    {
        ClockMove.SetRight => "set right",
        ClockMove.Answered => "a time server answers",
        ClockMove.Killed => "kill -9, start",
        ClockMove.TwentyYearsOn => "20 years on",
        ClockMove.TwentyYearsBack => "20 years back",
        ClockMove.NineteenSeventy => "1970",
        ClockMove.SummerBegins => "summer time begins",
        ClockMove.SummerEnds => "summer time ends",
        ClockMove.HourOn => "an hour on",
        ClockMove.HourBack => "an hour back",
        ClockMove.SecondOn => "a second on",
        ClockMove.SecondBack => "a second back",
        _ => "a leap second",
    };
}
