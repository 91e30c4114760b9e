namespace Checkpoint.Policies;

/// <summary>How long the gate waits for what.</summary>
public sealed record GateTimes
{
    /// <summary>For a code, from the moment somebody stands there. Default 20 s; 1 s … 5 min.</summary>
    public TimeSpan ForCode { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For the volunteer to say a health code's colour, from the moment the code is read. Default 20 s; 1 s … 5 min.</summary>
    public TimeSpan ForColour { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For a steady temperature once the code is there. Default 15 s; 1 s … 5 min.</summary>
    public TimeSpan ForTemperature { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between "once more" and the next measurement. Default 1 s; 0 … 5 min.</summary>
    public TimeSpan BeforeRecheck { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A verdict stays on the light at most this long. Default 10 s; 1 s … 1 min.</summary>
    public TimeSpan ShowVerdict { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the next occupant of a vehicle. Default 2 min; 10 s … 15 min.</summary>
    public TimeSpan ForOccupant { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same code in the same direction within this time is "already registered". Default 10 s; 0 … 10 min.</summary>
    public TimeSpan ReadAgain { get; init; } = TimeSpan.FromSeconds(10);
}
