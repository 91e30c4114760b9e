using Checkpoint.Devices;
using Checkpoint.Devices.Speakers;
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
    public async Task A_loudspeaker_says_a_phrase_and_tells_its_voices()
    {
        folder.Set("Devices:Speaker:Kind", "alsa");
        folder.Set("Devices:Simulation:Sound", folder["sound"]);

        await DevicesCommand.RunAsync(folder.Path, said, async devices =>
        {
            var lines = await PartTest.RunAsync(devices, Cancel);
            lines.TakeLast(2).ShouldBe(
            [
                new("loudspeaker", Good: true, "said \"喇叭试音。\""),
                new("voices", Good: true, "zh-CN synthesised, en synthesised"),
            ]);
            return true;
        });

        new FileInfo(folder["sound/00001.wav"]).Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task A_loudspeaker_that_cannot_be_played_on_says_what_to_do()
    {
        var connected = new DeviceOptions { Mode = DeviceOptions.Connected };
        (connected.Thermometer.Bus, connected.Camera.Path) = ("/dev/no-bus", "/dev/no-camera");
        (connected.Speaker.Kind, connected.Speaker.Device) = (SpeakerKind.Alsa, "hw:CARD=none");
        connected.Speaker.Voices = ["zh-CN", "zh-x-henan"];
        await using var devices = DeviceSet.Open(connected, TimeProvider.System);

        var lines = await SpeakerTest.RunAsync(devices, Cancel);

        lines.ShouldAllBe(line => !line.Good);
        lines[0].ToString().ShouldContain("The loudspeaker hw:CARD=none cannot be played on.");
        lines[0].ToString().ShouldContain("Devices:Speaker");
        lines[1].ToString().ShouldContain("The voice zh-x-henan has no recordings and no machine speaks it.");
    }

    [Fact]
    public async Task Watching_shows_how_the_loudspeaker_is()
    {
        folder.Set("Devices:Speaker:Kind", "alsa");

        await DevicesCommand.RunAsync(folder.Path, said, async devices =>
        {
            await PartWatch.RunAsync(devices, lines: 1, said, Cancel);
            return true;
        });

        said.ToString().TrimEnd().ShouldEndWith("  loudspeaker ok  voices ok");
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
