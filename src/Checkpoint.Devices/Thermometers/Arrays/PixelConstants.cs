namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>The constants of every pixel of an MLX90640 (datasheet 3901090640, "Restoring the calibration"), row by row.</summary>
sealed class PixelConstants
{
    /// <summary>Pixels of a row.</summary>
    public const int Columns = 32;

    /// <summary>Rows.</summary>
    public const int Rows = 24;

    /// <summary>Pixels.</summary>
    public const int Count = Rows * Columns;

    const int First = 64; // the first pixel's word

    /// <summary>Reads the constants.</summary>
    /// <param name="eeprom">Where they are.</param>
    /// <param name="blind">What its blind pixels take off.</param>
    public PixelConstants(EepromWords eeprom, BlindPixel blind)
    {
        for (var pixel = 0; pixel < Count; pixel++)
        {
            Sensitivity[pixel] = (ReadSensitivity(eeprom, pixel) / Math.Pow(2, eeprom.Bits(32, 12, 4) + 30)) - blind.Sensitivity;
            Offset[pixel] = ReadOffset(eeprom, pixel);
            Kta[pixel] = ReadKta(eeprom, pixel);
            Kv[pixel] = ReadKv(eeprom, pixel);
        }

        Bad = [.. Enumerable.Range(0, Count).Where(pixel => eeprom.Bits(First + pixel, 0, 16) == 0 || eeprom.Bits(First + pixel, 0, 1) == 1)];
    }

    /// <summary>Signal by the difference of fourth powers.</summary>
    public double[] Sensitivity { get; } = new double[Count];

    /// <summary>Signal of a black nothing.</summary>
    public double[] Offset { get; } = new double[Count];

    /// <summary>What a °C of the die adds to the offset.</summary>
    public double[] Kta { get; } = new double[Count];

    /// <summary>What a volt of the supply adds to the offset.</summary>
    public double[] Kv { get; } = new double[Count];

    /// <summary>Pixels that the factory found broken or strange.</summary>
    public int[] Bad { get; }

    static double ReadSensitivity(EepromWords eeprom, int pixel) => eeprom.Bits(33, 0, 16)
        + (eeprom.Nibble(34, pixel / Columns) << eeprom.Bits(32, 8, 4))
        + (eeprom.Nibble(40, pixel % Columns) << eeprom.Bits(32, 4, 4))
        + (eeprom.Signed(First + pixel, 4, 6) << eeprom.Bits(32, 0, 4));

    static double ReadOffset(EepromWords eeprom, int pixel) => eeprom.Signed(17)
        + (eeprom.Nibble(18, pixel / Columns) << eeprom.Bits(16, 8, 4))
        + (eeprom.Nibble(24, pixel % Columns) << eeprom.Bits(16, 4, 4))
        + (eeprom.Signed(First + pixel, 10, 6) << eeprom.Bits(16, 0, 4));

    // Rows and columns count from 1 in the datasheet, so the first of each is an odd one.
    static double ReadKta(EepromWords eeprom, int pixel)
    {
        var common = eeprom.Signed(IsOddColumn(pixel) ? 54 : 55, IsOddRow(pixel) ? 8 : 0, 8);
        var own = eeprom.Signed(First + pixel, 1, 3) << eeprom.Bits(56, 0, 4);
        return (common + own) / Math.Pow(2, eeprom.Bits(56, 4, 4) + 8);
    }

    static double ReadKv(EepromWords eeprom, int pixel) =>
        eeprom.Signed(52, (IsOddRow(pixel) ? 4 : 0) + (IsOddColumn(pixel) ? 8 : 0), 4) / Math.Pow(2, eeprom.Bits(56, 8, 4));

    static bool IsOddRow(int pixel) => (pixel / Columns % 2) == 0;

    static bool IsOddColumn(int pixel) => (pixel % 2) == 0;
}
