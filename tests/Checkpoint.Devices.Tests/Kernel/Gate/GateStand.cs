using System.Globalization;
using Checkpoint.Signals;
using Checkpoint.Testing;
using Checkpoint.Testing.Faults;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>A gate that runs on the rig's devices: checkpoint-edge as a process, its journal on a disk of its own.</summary>
sealed class GateStand : IAsyncDisposable
{
    const int JournalMegabytes = 128;
    const int MostShowings = 50;
    static readonly TimeSpan ToShowAgain = TimeSpan.FromSeconds(10);

    readonly TemporaryFolder folder = new();
    ImageDisk? disk;
    EdgeProgram? gate;
    long read;

    /// <summary>What the journal is on.</summary>
    public ImageDisk Disk => disk!;

    /// <summary>Who stands there.</summary>
    public GateWorld World { get; } = new();

    EdgeProgram Gate => gate!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts it; nobody is there.</summary>
    public async Task StartAsync()
    {
        disk = await ImageDisk.MountAsync(folder.File("image"), Directory.CreateDirectory(folder.File("disk")).FullName, JournalMegabytes, Cancel);
        gate = await EdgeProgram.StartAsync(GateSettings.On(disk.Folder), Cancel);
        (await EntriesAsync()).ShouldBeEmpty();
        (await SignalAsync()).ShouldBe("free"); // and whatever is compiled for that is, before somebody waits
    }

    /// <summary>Somebody comes, and is asked for a code by the white lamp.</summary>
    /// <param name="forehead">Hundredths of a °C.</param>
    public static Task WelcomeAsync(int forehead)
    {
        GateWorld.Come(forehead);
        return GateWorld.SeeAsync(LightColour.White, Cancel);
    }

    /// <summary>They show the scanner a code. A busy host may stop the guest in the middle of it; then it is torn, and people show it again.</summary>
    public async Task ScanAsync(string code)
    {
        for (var showing = 0; showing < MostShowings; showing++)
        {
            await GateWorld.ScanAsync(code, Cancel);
            try
            {
                await Eventually.HoldsAsync(async () => await SignalAsync() is not "welcome", "the code is taken", ToShowAgain, Cancel);
                return;
            }
            catch (TimeoutException)
            {
                // Once more.
            }
        }

        throw new TimeoutException($"The scanner's code was not taken in {MostShowings} showings.");
    }

    /// <summary>What the gate means by its light.</summary>
    public async Task<string?> SignalAsync() => (await Gate.StatusAsync(Cancel)).Signal?.Kind;

    /// <summary>Waits until its light means something.</summary>
    public Task MeansAsync(string signal) =>
        Eventually.HoldsAsync(async () => string.Equals(await SignalAsync(), signal, StringComparison.Ordinal), $"the gate says {signal}", GateWorld.Patience, Cancel);

    /// <summary>Waits for a light, and takes what is in the journal then: a light is not shown before its entry is on disk.</summary>
    /// <returns>The entries since the last time, a line each.</returns>
    public async Task<IReadOnlyList<string>> JudgedAsync(LightColour light)
    {
        await GateWorld.SeeAsync(light, Cancel);
        return await EntriesAsync();
    }

    /// <summary>Takes what is in the journal.</summary>
    /// <returns>The entries since the last time, a line each.</returns>
    public async Task<IReadOnlyList<string>> EntriesAsync()
    {
        var rows = await Gate.JournalAsync(read, Cancel);
        read = rows is [.., var last] ? last.Key.Seq : read;
        return [.. rows.Where(row => row.Kind is not "clock").Select(Line)];
    }

    /// <summary>Whoever was there goes, and the gate is free.</summary>
    public Task LeaveAsync()
    {
        World.Leave();
        return MeansAsync("free");
    }

    /// <summary>Waits until the hub has confirmed everything.</summary>
    /// <returns>The journal, and the last entry that was confirmed.</returns>
    public async Task<(IReadOnlyList<JournalRow> Journal, long Released)> ConfirmedAsync()
    {
        var status = await Gate.StatusAsync(Cancel);
        await Eventually.HoldsAsync(
            async () => (status = await Gate.StatusAsync(Cancel)) is var now && now.Released == now.Written, "the hub has it all", GateWorld.Patience, Cancel);
        return (await Gate.JournalAsync(after: 0, Cancel), status.Released);
    }

    /// <summary>Asks it to stop (SIGTERM), however long it takes.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await ProcessSignal.TerminateAsync(Gate.Process.Id, Cancel);
        return await Gate.Process.WaitAsync(Cancel);
    }

    /// <summary>What it has printed.</summary>
    public string Log() => Gate.Process.Output();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (gate is not null)
            await gate.DisposeAsync();
        await World.DisposeAsync();
        if (disk is not null)
            await disk.DisposeAsync();
        folder.Dispose();
    }

    static string Line(JournalRow row)
    {
        string Text(string name) => row.Entry.GetProperty(name).GetString()!;
        var reasons = string.Join(' ', row.Entry.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        return string.Create(CultureInfo.InvariantCulture, $"{Text("kind")} {Text("verdict")}: code {Text("code")}, temperature {Text("temperature")}; {reasons}");
    }
}
