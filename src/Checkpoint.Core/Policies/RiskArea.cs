namespace Checkpoint.Policies;

/// <summary>An area that people should not come from for a while (中高风险地区).</summary>
/// <param name="Prefix">First digits of the area codes that it covers, 1 … 10 digits.</param>
/// <param name="From">First day, local.</param>
/// <param name="Until">Last day, local.</param>
public sealed record RiskArea(string Prefix, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it covers an area on a day.</summary>
    public bool Covers(uint area, DateOnly day) =>
        day >= From && day <= Until
        && area.ToString(System.Globalization.CultureInfo.InvariantCulture).StartsWith(Prefix, StringComparison.Ordinal);
}
