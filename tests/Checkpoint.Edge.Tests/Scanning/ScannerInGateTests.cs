using System.Globalization;
using Checkpoint.Testing;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Edge.Scanning;

public sealed class ScannerInGateTests : IAsyncLifetime
{
    const string Secret = "s3cret-of-the-box";

    readonly GateFolder folder = new();
    Broker? broker;
    GateProcess? gate;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        broker = await Broker.StartNewAsync(new(), Cancel);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CHECKPOINT_EDGE__Mqtt__Broker"] = string.Create(CultureInfo.InvariantCulture, $"mqtt://gate:{Secret}@127.0.0.1:{broker.Port}"),
            ["OTHER_SECRET"] = Secret,
        };
        folder.Set("Devices:Simulation:Passages", "0");
        gate = await GateProcess.StartAsync(folder, environment, Cancel);
        await Eventually.HoldsAsync(async () => (await gate.JsonAsync("api/v1/status", Cancel)).GetProperty("broker").GetBoolean(), "connected", Cancel);
        await Eventually.HoldsAsync(() => gate.Output.Contains("Codes are read by", StringComparison.Ordinal), "codes are read", Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await gate!.DisposeAsync();
        await broker!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_scanner_is_given_no_secret_no_connection_and_no_journal()
    {
        var scanner = await ScannerAsync();

        var environment = await File.ReadAllTextAsync($"/proc/{scanner}/environ", Cancel);
        environment.ShouldNotContain(Secret);
        environment.ShouldNotContain("CHECKPOINT");

        new DirectoryInfo($"/proc/{scanner}/fd").EnumerateFiles().Select(file => file.LinkTarget ?? "")
            .ShouldAllBe(file => !file.StartsWith("socket:", StringComparison.Ordinal) && !file.Contains("journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_scanner_is_fenced_in()
    {
        var scanner = await ScannerAsync();

        (await File.ReadAllLinesAsync($"/proc/{scanner}/status", Cancel)).ShouldContain("NoNewPrivs:\t1", StringComparer.Ordinal);
        var limits = (await File.ReadAllLinesAsync($"/proc/{scanner}/limits", Cancel)).Select(line => line[..46].TrimEnd()).ToList();
        limits.ShouldContain($"{"Max core file size",-26}0", StringComparer.Ordinal);
        limits.ShouldContain($"{"Max open files",-26}64", StringComparer.Ordinal);
        limits.ShouldContain($"{"Max data size",-26}536870912", StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_the_scanner_says_when_it_crashes_is_in_no_log()
    {
        await ProcessSignal.AbortAsync(await ScannerAsync(), Cancel);
        await Eventually.HoldsAsync(() => gate!.Output.Contains("The code reader was lost", StringComparison.Ordinal), "noticed", Cancel);

        await gate!.StopAsync();

        gate.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith('{'));
    }

    // Frozen, it can neither read the end of its frames nor do anything else about it.
    [Fact]
    public async Task A_gate_that_is_killed_takes_even_a_frozen_scanner_along()
    {
        var scanner = await ScannerAsync();
        await ProcessSignal.FreezeAsync(scanner, Cancel);

        await gate!.KillAsync();

        await Eventually.HoldsAsync(() => !ScannerChildren.IsAlive(scanner), "the scanner is gone", Cancel);
    }

    [Fact]
    public async Task A_gate_that_is_asked_to_stop_leaves_no_scanner()
    {
        var scanner = await ScannerAsync();

        (await gate!.StopAsync()).ShouldBe(0);

        ScannerChildren.IsAlive(scanner).ShouldBeFalse();
    }

    // One that has fenced itself in and sees pictures: nothing that it could say is heard any more.
    async Task<int> ScannerAsync()
    {
        var scanner = 0;
        await Eventually.HoldsAsync(
            () => ScannerChildren.Of(gate!.Id) is [var only]
                && string.Equals(new FileInfo($"/proc/{scanner = only}/fd/2").LinkTarget, "/dev/null", StringComparison.Ordinal),
            "a scanner is ready",
            Cancel);
        return scanner;
    }
}
