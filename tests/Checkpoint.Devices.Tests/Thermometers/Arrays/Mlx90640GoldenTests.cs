using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Devices.Thermometers.Arrays;

/// <summary>The maker's own worked example: a calibration, two half images, and what every pixel sees after each.</summary>
public sealed class Mlx90640GoldenTests
{
    const double Tolerance = 0.01;
    const double BelowTheDie = 8; // the example takes what is reflected as so much colder

    [Fact]
    public void Every_pixel_is_as_warm_as_the_maker_says()
    {
        var golden = Golden();
        var conversion = new Mlx90640Conversion(Words(golden.GetProperty("eeprom")));
        var celsius = new double[PixelConstants.Count];

        foreach (var half in (string[])["0", "1"])
        {
            var frame = Frame(Words(golden.GetProperty("frame" + half)));
            var state = conversion.State(frame);
            conversion.Convert(frame, 1, state.Temperature - BelowTheDie, celsius);

            state.IsPlausible.ShouldBeTrue(state.ToString());
            frame.IsWhole.ShouldBeTrue();
            var expected = Temperatures(golden.GetProperty("toAfterFrame" + half));
            var wrong = Enumerable.Range(0, PixelConstants.Count).Where(pixel => Math.Abs(celsius[pixel] - expected[pixel]) > Tolerance).ToArray();
            wrong.ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_is_reflected_does_not_matter_to_a_black_body_and_does_to_a_grey_one()
    {
        var golden = Golden();
        var conversion = new Mlx90640Conversion(Words(golden.GetProperty("eeprom")));
        var frame = Frame(Words(golden.GetProperty("frame1")));

        Hottest(1, 0).ShouldBe(Hottest(1, 40), 1e-9);
        Hottest(0.95, 0).ShouldBeGreaterThan(Hottest(0.95, 25) + 0.9);

        double Hottest(double emissivity, double reflected)
        {
            var celsius = new double[PixelConstants.Count];
            conversion.Convert(frame, emissivity, reflected, celsius);
            return celsius.Max();
        }
    }

    static JsonElement Golden()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("sensors/mlx90640_golden.json")));
        return document.RootElement.Clone();
    }

    static Mlx90640Frame Frame(ushort[] words) => new(words.AsMemory(0, Mlx90640Frame.Length), words[832], words[833]);

    static ushort[] Words(JsonElement hex) =>
        [.. hex.EnumerateArray().Select(word => ushort.Parse(word.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    static double[] Temperatures(JsonElement rows) => [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(pixel => pixel.GetDouble())];
}
