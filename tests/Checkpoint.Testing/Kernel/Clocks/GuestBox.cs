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

    static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);

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

    /// <summary>Where the kernel's clock is.</summary>
    public Task<KernelClock> NowAsync(CancellationToken cancel) => TurnAsync("now", cancel);

    /// <summary>Sets the kernel's clock.</summary>
    /// <exception cref="InvalidOperationException">The kernel refuses.</exception>
    public Task<KernelClock> SetAsync(PlannedMove move, CancellationToken cancel)
    {
        var truth = clock.GetUtcNow();
        return move.Move switch
        {
            ClockMove.SecondOn => TurnAsync("by 1", cancel),
            ClockMove.SecondBack => TurnAsync("by -1", cancel),
            _ when ClockTarget.Moment(move.Move, move.Zone) is { } moment => TurnAsync(
                string.Create(CultureInfo.InvariantCulture, $"{(move.Move is ClockMove.LeapSecond ? "leap" : "at")} {moment.ToUnixTimeSeconds()}"), cancel),
            _ => TurnAsync(string.Create(CultureInfo.InvariantCulture, $"off {(long)ClockTarget.Off(move.Move, truth).TotalSeconds}"), cancel),
        };
    }

    /// <summary>Has the time service ask the time server once.</summary>
    public Task AskTimeServerAsync(CancellationToken cancel) => guest.AskAsync("answer", cancel);

    /// <summary>Waits until the kernel's midnight is past, and looks whether it inserted a leap second.</summary>
    /// <param name="before">Where its clock was.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>By how much it fell back.</returns>
    public async Task<TimeSpan> LeapAsync(KernelClock before, CancellationToken cancel)
    {
        var after = before;
        while (after.Wall < ClockTarget.YearEnd + ClockTarget.Ahead)
        {
            await Task.Delay(ClockTarget.Ahead / 8, clock, cancel);
            after = await NowAsync(cancel);
        }

        await guest.AskAsync("calm", cancel);
        return before.Off - after.Off;
    }

    /// <inheritdoc/>
    public void Dispose() => Page.Dispose();

    async Task<KernelClock> TurnAsync(string request, CancellationToken cancel)
    {
        var said = (await guest.AskAsync(request, cancel)).Split(' ');
        return new(Seconds(said[0]), DateTimeOffset.UnixEpoch + Seconds(said[1]));
    }

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
