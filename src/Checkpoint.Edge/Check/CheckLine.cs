namespace Checkpoint.Edge.Check;

/// <summary>One check.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Problem">What is wrong, or null.</param>
/// <param name="Mend">What to do about it.</param>
sealed record CheckLine(string Name, string? Problem, string Mend)
{
    /// <inheritdoc/>
    public override string ToString() => Problem is null ? $"ok    {Name}" : $"FAIL  {Name}  {Problem}  ->  {Mend}";
}
