namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>Between which moments of the true time an entry was written.</summary>
/// <param name="From">It was not there yet.</param>
/// <param name="To">It was there.</param>
public readonly record struct Sighting(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How far a moment lies outside.</summary>
    public TimeSpan Off(DateTimeOffset moment) => moment < From ? From - moment : moment > To ? moment - To : TimeSpan.Zero;
}
