namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>What is done to a box's clock, or to the box while its clock is wrong.</summary>
public enum ClockMove
{
    /// <summary>Somebody sets it right; nobody answers for that.</summary>
    SetRight,

    /// <summary>A time server answers, and the time service sets it right.</summary>
    Answered,

    /// <summary>The program is killed and starts again.</summary>
    Killed,

    /// <summary>20 years on.</summary>
    TwentyYearsOn,

    /// <summary>20 years back.</summary>
    TwentyYearsBack,

    /// <summary>1970-01-01, where a board without a battery starts.</summary>
    NineteenSeventy,

    /// <summary>A moment before summer time begins at the box's place.</summary>
    SummerBegins,

    /// <summary>A moment before summer time ends there, and an hour comes twice.</summary>
    SummerEnds,

    /// <summary>An hour on, as of one who minds summer time by hand.</summary>
    HourOn,

    /// <summary>An hour back.</summary>
    HourBack,

    /// <summary>A second on from where it is.</summary>
    SecondOn,

    /// <summary>A second back from where it is.</summary>
    SecondBack,

    /// <summary>The kernel inserts a leap second at the end of the year.</summary>
    LeapSecond,
}
