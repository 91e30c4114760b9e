namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>
/// From an MLX90640's counts to degrees (datasheet 3901090640, "Calculations", as in Melexis' mlx90640-library). Needs one per part.
/// Thread-safe.
/// </summary>
sealed class Mlx90640Conversion
{
    const double Kelvin = 273.15;

    readonly DieConstants die;
    readonly BlindPixel blind;
    readonly PixelConstants pixels;
    readonly TemperatureRanges ranges;
    readonly double gain;
    readonly double dieSensitivity;
    readonly bool isChessAsCalibrated;
    readonly double rowCorrection;
    readonly double fieldCorrection;

    /// <summary>Reads the part's constants.</summary>
    /// <param name="words">Its EEPROM from 0x2400 on, 832 words.</param>
    public Mlx90640Conversion(ReadOnlyMemory<ushort> words)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(words.Length, EepromWords.Length, nameof(words));
        var eeprom = new EepromWords(words);
        die = new(eeprom);
        blind = new(eeprom);
        pixels = new(eeprom, blind);
        ranges = new(eeprom);
        gain = eeprom.Signed(48);
        dieSensitivity = eeprom.Signed(60, 8, 8) / 8192d;
        isChessAsCalibrated = eeprom.Bits(10, 11, 1) == 0;
        fieldCorrection = eeprom.Signed(53, 6, 5) / 2d;
        rowCorrection = eeprom.Signed(53, 11, 5) / 8d;
    }

    /// <summary>Pixels that the factory found broken or strange.</summary>
    public IReadOnlyList<int> Bad => pixels.Bad;

    /// <summary>What the part says of itself.</summary>
    public DieState State(Mlx90640Frame frame) => new(die.Temperature(frame), die.Supply(frame), gain / frame.Gain);

    /// <summary>Puts the temperatures of a half image into an image; the other half stays as it is.</summary>
    /// <param name="frame">The half image.</param>
    /// <param name="emissivity">Of what it looks at, over 0, up to 1.</param>
    /// <param name="reflected">Temperature of what that reflects, °C; matters only where the emissivity is not 1.</param>
    /// <param name="celsius">768 temperatures in °C, row by row; not a number where the counts cannot be a temperature.</param>
    public void Convert(Mlx90640Frame frame, double emissivity, double reflected, Span<double> celsius)
    {
        var state = State(frame);
        var isAsCalibrated = frame.IsChess == isChessAsCalibrated;
        var dark = blind.Signal(frame, state, isAsCalibrated);
        var mirror = Math.Pow(reflected + Kelvin, 4);
        var background = mirror - ((mirror - Math.Pow(state.Temperature + Kelvin, 4)) / emissivity);
        for (var pixel = 0; pixel < PixelConstants.Count; pixel++)
        {
            if (!frame.Has(pixel))
                continue;
            var signal = Signal(frame, state, pixel) + (isAsCalibrated ? 0 : Correction(pixel)) - dark;
            celsius[pixel] = ranges.Solve(signal / emissivity, pixels.Sensitivity[pixel] * (1 + (dieSensitivity * state.Warmth)), background);
        }
    }

    double Signal(Mlx90640Frame frame, DieState state, int pixel) => (frame.Word(pixel) * state.Gain)
        - (pixels.Offset[pixel] * (1 + (pixels.Kta[pixel] * state.Warmth)) * (1 + (pixels.Kv[pixel] * state.Overvoltage)));

    // For a part that measures by rows though it was calibrated as a chessboard, or the other way round.
    double Correction(int pixel)
    {
        var row = (pixel / PixelConstants.Columns % 2 * 2) - 1; // −1 or 1
        var field = ((pixel + 2) / 4) - ((pixel + 3) / 4) + ((pixel + 1) / 4) - (pixel / 4);
        return (rowCorrection * row) + (fieldCorrection * field * row);
    }
}
