using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;

namespace Checkpoint.Edge;

public sealed class EdgeHostTests : IDisposable
{
    const string Refusal = "无法启动 The gate cannot start:";
    static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    readonly GateFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_wrong_configuration_is_refused_with_every_problem()
    {
        folder.Set("Policy:Samples", "2");
        folder.Set("Policy:MaxAttempts", "9");

        var (code, lines) = await GateProcess.RefusedAsync(folder, Cancel);

        code.ShouldBe(ConfigurationException.ExitCode);
        lines.ShouldBe(
        [
            Refusal,
            "  Policy:MaxAttempts = 9: expected 2 to 5 (from 50-test.json)",
            "  Policy:Samples = 2: expected 3 to 64 (from 50-test.json)",
        ]);
    }

    [Fact]
    public async Task A_missing_root_key_is_a_wrong_configuration()
    {
        folder.Set("Passes:Root", "/nonexistent");

        var (code, lines) = await GateProcess.RefusedAsync(folder, Cancel);

        code.ShouldBe(ConfigurationException.ExitCode);
        lines.ShouldContain(line => line.StartsWith("  /nonexistent: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        folder.Set("Web:Listen", $"http://{other.LocalEndpoint}");

        var (code, lines) = await GateProcess.RefusedAsync(folder, Cancel);

        code.ShouldBe(1);
        lines.ShouldContain(Refusal, StringComparer.Ordinal);
        lines.Where(line => line.StartsWith("  Web:Listen: ", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain(other.LocalEndpoint.ToString()!);
    }

    [Theory]
    [InlineData("Web:Listen", "http://192.0.2.1:8081", "Web:Listen: ")]
    [InlineData("Devices:Simulation:Seeds", "/nonexistent", "Could not find")]
    public async Task What_is_not_there_on_this_machine_is_said_in_one_line(string key, string value, string line)
    {
        folder.Set(key, value);

        var (code, lines) = await GateProcess.RefusedAsync(folder, Cancel);

        code.ShouldBe(1);
        lines.ShouldContain(Refusal, StringComparer.Ordinal);
        lines[^1].ShouldStartWith($"  {line}");
    }

    [Fact]
    public async Task A_journal_that_another_program_holds_is_refused_and_the_holder_named()
    {
        using var lease = FileLease.Take(folder.Journal, "checkpoint-edge");

        var (code, lines) = await GateProcess.RefusedAsync(folder, Cancel);

        code.ShouldBe(1);
        lines[0].ShouldBe(Refusal);
        lines[1].ShouldStartWith(string.Create(
            CultureInfo.InvariantCulture, $"  {folder.Journal} is held by process {Environment.ProcessId} (checkpoint-edge)."));
    }

    [Fact]
    public async Task A_gate_whose_journal_turns_out_to_be_another_boxs_ends_as_refused()
    {
        using (var other = new Parts(folder["other.db"]))
            other.Write(1);
        folder.Set("Journal:Path", folder["store/journal.db"]);
        folder.Set("Devices:Simulation:Passages", "0");
        await using var gate = await GateProcess.StartAsync(folder, Nothing, Cancel);

        Directory.CreateDirectory(folder["new"]);
        File.Copy(folder["other.db"], folder["new/journal.db"]);
        Directory.Move(folder["new"], folder["store"]);

        (await gate.WaitAsync(Cancel)).ShouldBe(ConfigurationException.ExitCode);
        gate.Output.ShouldContain("belongs to device 'gate-07', not to 'gate-1'");
    }

    [Fact]
    public async Task A_broker_that_hangs_does_not_cut_the_end_short()
    {
        await using var broker = await Broker.StartNewAsync(new(), Cancel);
        folder.Set("Mqtt:Broker", $"mqtt://127.0.0.1:{broker.Port}");
        await using var gate = await GateProcess.StartAsync(folder, Nothing, Cancel);
        await Eventually.HoldsAsync(
            async () => (await gate.JsonAsync("api/v1/status", Cancel)).GetProperty("broker").GetBoolean(), "connected", Cancel);
        await broker.PauseAsync(Cancel);

        (await gate.StopAsync()).ShouldBe(0);
    }
}
