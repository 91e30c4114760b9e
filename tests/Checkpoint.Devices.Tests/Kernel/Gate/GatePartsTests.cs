using Checkpoint.Testing.Programs;

namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>What a technician is told of the rig's devices by the program that runs the gate.</summary>
public sealed class GatePartsTests : IDisposable
{
    readonly TemporaryFolder journal = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => journal.Dispose();

    [Fact]
    public async Task What_is_connected_is_found_and_named()
    {
        await using var world = new GateWorld();

        var (code, said) = await RunAsync(["devices", "list"]);

        said.ShouldContain($"{Rig.I2c}  MLX90614 at 0x5A  (Devices:Thermometer:Part)");
        said.ShouldContain($"{Rig.Gpio}  ");
        said.ShouldContain($"{RigCameras.Loopback}  Gate, GREY  (Devices:Camera:Path)");
        said.ShouldContain($"{Rig.Serial}  serial line  (Devices:Scanners:0:Path)");
        code.ShouldBe(0);
    }

    [Fact]
    public async Task Every_part_is_checked_by_name()
    {
        await using var world = new GateWorld();

        var (code, said) = await RunAsync(["check", "--config", journal.Path]);

        foreach (var line in (string[])
            [
                "thermometer: sees 28.75 °C, 23.01 °C itself", "air: 23.01 °C", "camera: 320 × 240", "scanner 1: there; no code was shown",
                "light and buzzer: lines taken", "presence: lines taken", "buttons: lines taken", "broker: ", "lists: ", "journal: ",
            ])
        {
            said.ShouldContain($"ok    {line}");
        }

        said.ShouldContain("code reader: "); // whether an emulated one is fast enough is not the question here
        said.ShouldContain("FAIL  calibration: there never was one.");
        code.ShouldBe(1); // a thermometer that was never held before a black body
    }

    async Task<(int Code, string Said)> RunAsync(string[] arguments)
    {
        var settings = GateSettings.On(journal.Path);
        await using var program = ProgramProcess.Start(
            "Checkpoint.Edge", "checkpoint-edge", arguments, settings.Environment(new("http://127.0.0.1:8080")), journal.File("said"));
        var code = await program.WaitAsync(Cancel);
        return (code, program.Output());
    }
}
