namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>How an MLX90640 tells its own supply and temperature (datasheet 3901090640, "Supply voltage", "Ambient temperature").</summary>
sealed class DieConstants
{
    const double Nominal = 3.3; // volts
    const double Standard = 25; // °C
    const double Two18 = 1 << 18;

    readonly int resolution;
    readonly double supplySlope;
    readonly double supplyAt25;
    readonly double kv;
    readonly double kt;
    readonly double ptatAt25;
    readonly double alpha;

    /// <summary>Reads the constants.</summary>
    public DieConstants(EepromWords eeprom)
    {
        resolution = eeprom.Bits(56, 12, 2);
        supplySlope = 32 * eeprom.Signed(51, 8, 8);
        supplyAt25 = ((eeprom.Bits(51, 0, 8) - 256) * 32) - 8192;
        kv = eeprom.Signed(50, 10, 6) / 4096d;
        kt = eeprom.Signed(50, 0, 10) / 8d;
        ptatAt25 = eeprom.Signed(49);
        alpha = (eeprom.Bits(16, 12, 4) / 4d) + 8;
    }

    /// <summary>The supply in volts; not a number if the frame cannot be one.</summary>
    public double Supply(Mlx90640Frame frame) =>
        (((Math.Pow(2, resolution - frame.Resolution) * frame.Supply) - supplyAt25) / supplySlope) + Nominal;

    /// <summary>The die's temperature in °C; not a number if the frame cannot be one.</summary>
    public double Temperature(Mlx90640Frame frame)
    {
        var (ptat, vbe) = frame.Temperature;
        var ratio = ptat / ((ptat * alpha) + vbe) * Two18;
        return (((ratio / (1 + (kv * (Supply(frame) - Nominal)))) - ptatAt25) / kt) + Standard;
    }
}
