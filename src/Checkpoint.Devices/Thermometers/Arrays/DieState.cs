namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>What an MLX90640 says of itself in one half image.</summary>
/// <param name="Temperature">Its temperature, °C.</param>
/// <param name="Supply">Its supply, volts.</param>
/// <param name="Gain">What its signals are multiplied by.</param>
readonly record struct DieState(double Temperature, double Supply, double Gain)
{
    /// <summary>How much warmer it is than when it was calibrated, °C.</summary>
    public double Warmth => Temperature - 25;

    /// <summary>How much more supply it has than when it was calibrated, volts.</summary>
    public double Overvoltage => Supply - 3.3;

    /// <summary>Whether a part that works can say so: −40 to 85 °C, 3.0 to 3.6 V, and a gain near that of its calibration.</summary>
    public bool IsPlausible => Temperature is >= -40 and <= 85 && Supply is >= 3.0 and <= 3.6 && Gain is >= 0.5 and <= 2;
}
