using System.Globalization;
using Checkpoint.Testing.Chaos;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>A box in a guest of the kernel rig: the whole checkpoint-edge, on the guest's own clock.</summary>
/// <param name="guest">A guest that runs guest/clock.sh.</param>
/// <param name="folder">Shared with it.</param>
/// <param name="port">Where this machine reaches it.</param>
/// <param name="broker">Port of the broker on this machine.</param>
/// <param name="clock">The true time.</param>
sealed class GuestBox(GuestMachine guest, string folder, int port, int broker, TimeProvider clock) : IDisposable
{
    /// <summary>Its name.</summary>
    public const string Name = "gate-1";

    /// <summary>The guest's port that it answers on.</summary>
    public const int GuestPort = 8080;

    static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(6);

    /// <summary>What it answers.</summary>
    public EdgePage Page { get; } = new(new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), AnswerPatience);

    /// <summary>What its light showed.</summary>
    public string Recording => Path.Combine(folder, "lights");

    /// <summary>What it printed.</summary>
    public string LogFile => Path.Combine(folder, "edge.log");

    /// <summary>How many decisions its light has shown.</summary>
    public int Lights => File.Exists(Recording) ? LightBook.Lives(File.ReadAllLines(Recording)).Sum(life => life.Count) : 0;

    /// <summary>How often the service manager heard that it lives, and the longest silence between.</summary>
    public (int Beats, TimeSpan Silence) Watchdog() =>
        File.Exists(Path.Combine(folder, "watchdog")) && File.ReadAllText(Path.Combine(folder, "watchdog")).Split(' ') is [var beats, var silence]
            ? (int.Parse(beats, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(silence, CultureInfo.InvariantCulture)))
            : (0, TimeSpan.MaxValue);

    /// <summary>Starts the program, and waits until it answers.</summary>
    /// <param name="zone">Its place.</param>
    /// <param name="passages">People who come; 0 is without end.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task StartAsync(string zone, int passages, CancellationToken cancel)
    {
        await File.WriteAllLinesAsync(Path.Combine(folder, "box.env"), Settings(passages), cancel);
        await guest.AskAsync($"start {zone}", cancel);
        await Eventually.HoldsAsync(AnswersAsync, "the box in the guest answers", StartPatience, cancel);
    }

    /// <summary>Kills it.</summary>
    public Task KillAsync(CancellationToken cancel) => guest.AskAsync("kill", cancel);

    /// <summary>Stops it in order.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancel) => int.Parse(await guest.AskAsync("stop", cancel), CultureInfo.InvariantCulture);

    /// <summary>The kernel's clock, and the time since the kernel started.</summary>
    public async Task<(DateTimeOffset Wall, TimeSpan Uptime)> NowAsync(CancellationToken cancel)
    {
        var now = (await guest.AskAsync("now", cancel)).Split(' ');
        return (DateTimeOffset.UnixEpoch + Seconds(now[0]), Seconds(now[1]));
    }

    /// <summary>Sets the kernel's clock.</summary>
    public Task SetAsync(DateTimeOffset to, CancellationToken cancel) =>
        guest.AskAsync(string.Create(CultureInfo.InvariantCulture, $"set {(decimal)(to - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond:0.000}"), cancel);

    /// <summary>Has the time service ask the time server once.</summary>
    public Task AskTimeServerAsync(CancellationToken cancel) => guest.AskAsync("answer", cancel);

    /// <summary>Has the kernel insert a leap second at its next midnight, waits until that is past, and looks whether it did.</summary>
    /// <returns>By how much its clock fell behind the time since it started.</returns>
    public async Task<TimeSpan> LeapAsync(CancellationToken cancel)
    {
        await guest.AskAsync("leap on", cancel);
        var before = await NowAsync(cancel);
        var after = before;
        while (after.Wall < ClockTarget.YearEnd + ClockTarget.Ahead / 2)
        {
            await Task.Delay(ClockTarget.Ahead / 8, clock, cancel);
            after = await NowAsync(cancel);
        }

        await guest.AskAsync("leap off", cancel);
        return after.Uptime - before.Uptime - (after.Wall - before.Wall);
    }

    /// <inheritdoc/>
    public void Dispose() => Page.Dispose();

    static TimeSpan Seconds(string text) => TimeSpan.FromTicks((long)(decimal.Parse(text, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));

    IEnumerable<string> Settings(int passages) =>
        new EdgeSettings(Name, "/run/box", string.Create(CultureInfo.InvariantCulture, $"mqtt://10.0.2.2:{broker}"), passages)
        {
            Seeds = "/run/seeds",
            Further = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["CHECKPOINT_EDGE__Devices__Simulation__Recording"] = "/mnt/out/lights",
                ["PROGRAM"] = ProgramProcess.PathOf("Checkpoint.Edge", "checkpoint-edge"),
            },
        }
        .Environment(new(string.Create(CultureInfo.InvariantCulture, $"http://10.0.2.15:{GuestPort}")))
        .Select(setting => $"{setting.Key}='{setting.Value}'");

    async Task<bool> AnswersAsync()
    {
        try
        {
            await Page.StatusAsync(CancellationToken.None);
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
