using System.Net;
using System.Net.Sockets;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Operations;

public sealed class EdgeCheckTests : IDisposable
{
    readonly GateFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_box_that_is_in_order_has_one_good_line_a_check_and_is_not_changed()
    {
        await using var broker = await Broker.StartNewAsync(new(), Cancel);
        folder.Set("Mqtt:Broker", $"mqtt://127.0.0.1:{broker.Port}");

        var (code, lines) = await CheckAsync();

        lines.ShouldAllBe(line => line.StartsWith("ok    ", StringComparison.Ordinal));
        lines.Select(line => line[6..].Split(": ")[0]).ShouldBe(
            ["configuration", "journal", "lists", "code reader", "thermometer", "air", "camera", "broker", "web", "clock"]);
        code.ShouldBe(0);
        File.Exists(folder.Journal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_configuration_is_said_problem_by_problem()
    {
        folder.Set("Policy:Samples", "2");
        folder.Set("Device:Id", "Gate 1");

        var (code, lines) = await CheckAsync();

        code.ShouldBe(ConfigurationException.ExitCode);
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(line => line.StartsWith("FAIL  configuration: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_folder_of_the_journal_is_found()
    {
        folder.Set("Journal:Path", folder["no/journal.db"]);

        (await FailureAsync("journal")).ShouldContain($"{folder["no"]} does not exist");
    }

    [Fact]
    public async Task A_damaged_journal_is_found_and_left_alone()
    {
        await File.WriteAllTextAsync(folder.Journal, string.Concat(Enumerable.Repeat("no database ", 1000)), Cancel);

        (await FailureAsync("journal")).ShouldEndWith("Start the gate: it keeps the damaged file and begins a new one.");
        (await File.ReadAllTextAsync(folder.Journal, Cancel)).ShouldStartWith("no database");
    }

    [Fact]
    public async Task A_journal_in_use_is_in_order()
    {
        using var parts = new Parts(folder.Journal);
        parts.Write(1);

        var (_, lines) = await CheckAsync();

        lines.ShouldContain($"ok    journal: {folder.Journal} is sound", StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_missing_root_key_is_found()
    {
        folder.Set("Passes:Root", folder["no"]);

        (await FailureAsync("lists")).ShouldContain(folder["no"]);
    }

    [Fact]
    public async Task A_private_root_key_on_a_box_is_found()
    {
        using var county = new County();
        await File.WriteAllTextAsync(folder["root.pem"], county.RootKey.ExportPkcs8PrivateKeyPem(), Cancel);
        folder.Set("Passes:Root", folder["root.pem"]);

        (await FailureAsync("lists")).ShouldContain("A private key");
    }

    [Fact]
    public async Task A_box_without_a_trust_list_is_found()
    {
        folder.Set("Passes:Bundles", folder["no"]);

        (await FailureAsync("lists")).ShouldContain("There is no trust list");
    }

    [Fact]
    public async Task Devices_that_cannot_be_opened_are_found()
    {
        folder.Set("Devices:Simulation:Seeds", "/nonexistent");

        (await FailureAsync("devices")).ShouldContain("/nonexistent");
    }

    [Theory]
    [InlineData("thermometer", "no-answer")]
    [InlineData("calibration", "there never was one")]
    [InlineData("camera", "/dev/no-camera")]
    [InlineData("scanner 1", "/dev/no-scanner")]
    [InlineData("light and buzzer", "/dev/no-chip")]
    public async Task Each_part_that_is_not_connected_is_found_by_its_name(string part, string said)
    {
        folder.Set("Devices:Mode", "connected");
        folder.Set("Devices:Thermometer:Bus", "/dev/no-bus");
        folder.Set("Devices:Camera:Path", "/dev/no-camera");
        folder.Set("Devices:Scanners:0:Path", "/dev/no-scanner");
        folder.Set("Devices:Gpio:Chip", "/dev/no-chip");
        folder.Set("Devices:Gpio:Indicator:Green:Line", "17");

        (await FailureAsync(part)).ShouldContain(said);
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_found() => (await FailureAsync("broker")).ShouldContain("127.0.0.1:");

    [Fact]
    public async Task A_broker_that_does_not_let_the_box_in_is_found()
    {
        var users = new Dictionary<string, string>(StringComparer.Ordinal) { ["gate"] = "right" };
        await using var broker = await Broker.StartNewAsync(new() { Users = users }, Cancel);
        folder.Set("Mqtt:Broker", $"mqtt://gate:wrong@127.0.0.1:{broker.Port}");

        var line = await FailureAsync("broker");

        line.ShouldContain("uthoriz");
        line.ShouldNotContain("wrong");
    }

    [Fact]
    public async Task A_port_in_use_is_found()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        folder.Set("Web:Listen", $"http://{other.LocalEndpoint}");

        (await FailureAsync("web")).ShouldContain($"http://{other.LocalEndpoint}");
    }

    async Task<(int Code, IReadOnlyList<string> Lines)> CheckAsync()
    {
        await using var output = new StringWriter();
        var code = await EdgeCheck.RunAsync(folder.Path, output, Cancel);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    async Task<string> FailureAsync(string name)
    {
        var (code, lines) = await CheckAsync();
        code.ShouldBe(1);
        return lines.Where(line => line.StartsWith($"FAIL  {name}: ", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }
}
