using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Edge.Operations.DeviceParts;

public sealed class DevicesCommandTests : IDisposable
{
    readonly GateFolder folder = new();
    readonly StringWriter said = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        said.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Watching_shows_a_line_of_what_every_sensor_reads()
    {
        var code = await DevicesCommand.RunAsync(folder.Path, said, async devices =>
        {
            await PartWatch.RunAsync(devices, lines: 2, said, Cancel);
            return true;
        });

        code.ShouldBe(0);
        var lines = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        foreach (var line in lines)
            line.ShouldMatch(@"^面 surface (19|20)\.\d\d °C  机 itself (19|20)\.\d\d °C  气 air 24\.00 °C$");
    }

    [Fact]
    public async Task Every_simulated_part_passes_its_test()
    {
        var code = await DevicesCommand.RunAsync(folder.Path, said, async devices =>
        {
            var lines = await PartTest.RunAsync(devices, Cancel);
            lines.Select(line => line.Name).ShouldBe(["thermometer", "air", "camera"]);
            return lines.All(line => line.Good);
        });

        code.ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_configuration_is_said_before_anything_is_opened()
    {
        folder.Set("Devices:Thermometer:Emissivity", "2");

        (await DevicesCommand.RunAsync(folder.Path, said, _ => throw new InvalidOperationException())).ShouldBe(ConfigurationException.ExitCode);
        said.ToString().ShouldContain("Devices:Thermometer:Emissivity");
    }

    [Fact]
    public void A_machine_without_devices_says_what_to_do()
    {
        Directory.CreateDirectory(folder["dev"]);

        PartList.Write(said, folder.Path).ShouldBe(1);
        said.ToString().ShouldContain("raspi-config");
    }

    [Fact]
    public void What_is_connected_is_listed_with_its_key()
    {
        Directory.CreateDirectory(folder["dev"]);
        File.WriteAllText(folder["dev/gpiochip0"], "");

        PartList.Write(said, folder.Path).ShouldBe(0);
        said.ToString().ShouldContain("(Devices:Gpio:Chip)");
    }
}
