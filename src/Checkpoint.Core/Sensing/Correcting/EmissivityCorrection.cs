namespace Checkpoint.Sensing.Correcting;

/// <summary>
/// Takes out what a surface reflects of its surroundings: a thermometer set to ε = 1 sees skin in a cold place too cold, by 0.28 °C at
/// 20 °C. Grey body over the whole band: T⁴ = (seen⁴ − (1 − ε)·reflected⁴) / ε in kelvin.
/// </summary>
public sealed record EmissivityCorrection
{
    const double KelvinAtZero = 273.15;
    readonly double emissivity = 0.98;

    /// <summary>Emissivity of the surface. Default 0.98, skin (ISO/TR 13154); 0.90 … 1.00.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Emissivity
    {
        get => emissivity;
        init => emissivity = value is >= 0.9 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected an emissivity of 0.90 to 1.00.");
    }

    /// <summary>The surface as it is, or null if none there can be would look like this.</summary>
    /// <param name="seen">What a thermometer with emissivity 1 says.</param>
    /// <param name="reflected">Temperature of what the surface reflects: indoors that of the air.</param>
    public SurfaceTemperature? Apply(SurfaceTemperature seen, AmbientTemperature reflected) =>
        SurfaceTemperature.TryFromCelsius(
            Math.Pow((Radiance(seen.Celsius) - ((1 - Emissivity) * Radiance(reflected.Celsius))) / Emissivity, 0.25) - KelvinAtZero);

    static double Radiance(double celsius) => Math.Pow(celsius + KelvinAtZero, 4);
}
