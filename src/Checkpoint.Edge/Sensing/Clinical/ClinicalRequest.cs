using System.Globalization;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Sensing.Clinical;

/// <summary>A reading of a clinical thermometer, as somebody at the gate types it.</summary>
/// <param name="Entry">Number of the person's entry, as the light's words and today's list say it.</param>
/// <param name="Celsius">Degrees Celsius, 25 … 45, with two decimals at most, such as <c>37.8</c>.</param>
/// <param name="Site"><c>axillary</c>, <c>oral</c> or <c>ear</c>.</param>
sealed record ClinicalRequest(long Entry, string? Celsius, string? Site)
{
    /// <summary>What was typed, if it can be meant.</summary>
    /// <param name="body">The reading.</param>
    /// <param name="site">Where.</param>
    /// <returns>What is wrong, for people; null if nothing is.</returns>
    public string? Problem(out BodyTemperature body, out ClinicalSite site)
    {
        (body, site) = (default, ClinicalSite.None);
        if (!decimal.TryParse(Celsius, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var celsius) || celsius is < 25 or > 45 || decimal.Round(celsius, 2) != celsius)
            return "温度应为 25 到 45 °C，如 37.8。 Expected a temperature of 25 to 45 °C, such as 37.8.";
        if (!WireName<ClinicalSite>.TryParse(Site, out site) || site == ClinicalSite.None)
            return "部位应为 axillary（腋下）、oral（口腔）或 ear（耳）。 Expected the site axillary, oral or ear.";
        body = BodyTemperature.FromHundredths((int)(celsius * 100));
        return null;
    }
}
