namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>What the pixels that see nothing take off from those that see (datasheet 3901090640, "Compensation pixel").</summary>
sealed class BlindPixel
{
    readonly double[] offset;
    readonly double chessOffset;
    readonly double kta;
    readonly double kv;
    readonly double gradient;

    /// <summary>Reads the constants.</summary>
    public BlindPixel(EepromWords eeprom)
    {
        var first = eeprom.Signed(58, 0, 10);
        var scale = Math.Pow(2, eeprom.Bits(32, 12, 4) + 27);
        var sensitivity = eeprom.Signed(57, 0, 10) / scale;
        offset = [first, first + eeprom.Signed(58, 10, 6)];
        chessOffset = eeprom.Signed(53, 0, 6) / 16d;
        kta = eeprom.Signed(59, 0, 8) / Math.Pow(2, eeprom.Bits(56, 4, 4) + 8);
        kv = eeprom.Signed(59, 8, 8) / Math.Pow(2, eeprom.Bits(56, 8, 4));
        gradient = eeprom.Signed(60, 0, 8) / 32d;
        Sensitivity = gradient * (sensitivity + ((1 + (eeprom.Signed(57, 10, 6) / 128d)) * sensitivity)) / 2;
    }

    /// <summary>What is taken off a pixel's sensitivity.</summary>
    public double Sensitivity { get; }

    /// <summary>What is taken off a pixel's signal.</summary>
    /// <param name="frame">The half image.</param>
    /// <param name="state">What the part says of itself.</param>
    /// <param name="isAsCalibrated">Whether it measures in the order in which it was calibrated.</param>
    public double Signal(Mlx90640Frame frame, DieState state, bool isAsCalibrated)
    {
        var own = offset[frame.Half] + (frame.Half == 1 && !isAsCalibrated ? chessOffset : 0);
        return gradient * ((frame.Blind * state.Gain) - (own * (1 + (kta * state.Warmth)) * (1 + (kv * state.Overvoltage))));
    }
}
