using System.Globalization;
using System.Text.Json;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Thermometers;

public sealed class Mlx90614VectorsTests
{
    [Fact]
    public void Every_recorded_object_read_ends_as_it_should()
    {
        var vectors = Reads().Where(v => Command(v) == Mlx90614.ObjectTemperature).ToArray();

        foreach (var vector in vectors)
            new Mlx90614(new ScriptedBus(Bytes(vector))).Read().ShouldBe(Expected(vector), vector.GetRawText());

        vectors.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Every_recorded_read_of_the_second_zone_ends_as_it_should()
    {
        var vectors = Reads().Where(v => Command(v) == Mlx90614.SecondObjectTemperature).ToArray();

        foreach (var vector in vectors)
            new Mlx90614(new ScriptedBus(Bytes(vector))).ReadSecondZone().ShouldBe(Expected(vector), vector.GetRawText());

        vectors.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Every_recorded_read_of_the_die_ends_as_it_should()
    {
        var vectors = Reads().Where(v => Command(v) == Mlx90614.DieTemperature).ToArray();

        foreach (var vector in vectors)
            new Mlx90614(new ScriptedBus(Bytes(vector))).ReadDie().ShouldBe(ExpectedDie(vector), vector.GetRawText());

        vectors.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Every_recorded_emissivity_is_written_as_it_was()
    {
        var recorded = Section("write").Where(v => v.TryGetProperty("value", out _)).ToArray();

        foreach (var vector in recorded)
        {
            var cell = EmissivityCell.FromCounts(Convert.ToUInt16(vector.GetProperty("value").GetString(), 16));
            var bus = new ScriptedBus(ScriptedBus.Frame(0x24, cell.Counts));
            var clock = new ManualClock(DateTimeOffset.UnixEpoch);

            await clock.PassAsync(new Mlx90614Setup(bus, clock).WriteEmissivityAsync(cell, TestContext.Current.CancellationToken));

            bus.Sent.ShouldBe([Convert.FromHexString("B424000028"), Bytes(vector)], vector.GetRawText());
        }

        recorded.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_recorded_good_read_has_the_checksum_of_its_own_register()
    {
        var good = Reads().Where(v => v.GetProperty("expect").ValueEquals("ok")).ToArray();

        foreach (var vector in good)
        {
            var bytes = Bytes(vector);
            SmbusPec.OfWordRead(Mlx90614.Address, Command(vector), bytes[0], bytes[1]).ShouldBe(bytes[2], vector.GetRawText());
        }

        good.Length.ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Every_recorded_write_has_the_right_checksum()
    {
        foreach (var vector in Section("write"))
        {
            var bytes = Bytes(vector);
            SmbusPec.Of(bytes.AsSpan(0, bytes.Length - 1)).ShouldBe(bytes[^1], vector.GetRawText());
        }
    }

    static IEnumerable<JsonElement> Reads() => Section("read");

    static IEnumerable<JsonElement> Section(string name)
    {
        var path = SharedData.Require("sensors/mlx90614_vectors.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty(name).EnumerateArray().Select(v => v.Clone())];
    }

    static byte Command(JsonElement vector) => Convert.ToByte(vector.GetProperty("cmd").GetString(), 16);

    static byte[] Bytes(JsonElement vector) => [.. vector.GetProperty("bytes").GetString()!.Split(' ')
        .Select(b => byte.Parse(b, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    static ThermometerReading Expected(JsonElement vector) => vector.GetProperty("expect").GetString()![..2] switch
    {
        "ok" => new ThermometerReading.Measured(SurfaceTemperature.FromHundredths(Hundredths(vector))),
        "pe" => new ThermometerReading.Faulted(SensorFault.BadChecksum),
        _ => new ThermometerReading.Faulted(SensorFault.ErrorFlag),
    };

    static DieReading ExpectedDie(JsonElement vector) => vector.GetProperty("expect").GetString()![..2] switch
    {
        "ok" => new DieReading.Measured(Hundredths(vector)),
        "pe" => new DieReading.Faulted(SensorFault.BadChecksum),
        _ => new DieReading.Faulted(SensorFault.ErrorFlag),
    };

    static int Hundredths(JsonElement vector) => (int)(vector.GetProperty("celsius").GetDecimal() * 100);
}
