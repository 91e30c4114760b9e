using System.Globalization;
using System.Text.Json;

namespace Checkpoint.Testing.Programs;

/// <summary>A box: checkpoint-edge as a process, with a simulated crowd.</summary>
public sealed class EdgeProgram : IAsyncDisposable
{
    static readonly TimeSpan AnswerPatience = TimeSpan.FromMinutes(1);

    EdgeProgram(ProgramProcess process, EdgeSettings settings, Uri address)
    {
        Process = process;
        Settings = settings;
        Page = new(address, AnswerPatience);
    }

    /// <summary>The process.</summary>
    public ProgramProcess Process { get; }

    /// <summary>What it was started with.</summary>
    public EdgeSettings Settings { get; }

    /// <summary>What it answers.</summary>
    public EdgePage Page { get; }

    /// <summary>Starts a box and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it printed.</exception>
    public static async Task<EdgeProgram> StartAsync(EdgeSettings settings, CancellationToken cancel)
    {
        var port = FreePort.Next();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{settings.Host}:{port}"));
        string[] command = [.. settings.Launcher, .. settings.Program, "--config", settings.Folder];
        var process = ProgramProcess.Start(command, settings.Environment(address), settings.LogFile);
        using var http = new HttpClient { BaseAddress = address, Timeout = AnswerPatience };
        await Ready.WaitAsync(process, http, cancel);
        return new(process, settings, address);
    }

    /// <inheritdoc cref="EdgePage.StatusAsync"/>
    public Task<EdgeStatus> StatusAsync(CancellationToken cancel) => Page.StatusAsync(cancel);

    /// <inheritdoc cref="EdgePage.HealthAsync"/>
    public Task<JsonElement> HealthAsync(CancellationToken cancel) => Page.HealthAsync(cancel);

    /// <inheritdoc cref="EdgePage.TodayAsync"/>
    public Task<IReadOnlyList<JsonElement>> TodayAsync(CancellationToken cancel) => Page.TodayAsync(cancel);

    /// <inheritdoc cref="EdgePage.TextAsync"/>
    public Task<string> TextAsync(string path, CancellationToken cancel) => Page.TextAsync(path, cancel);

    /// <inheritdoc cref="EdgePage.MetricsAsync"/>
    public Task<string> MetricsAsync(CancellationToken cancel) => Page.MetricsAsync(cancel);

    /// <inheritdoc cref="EdgePage.JournalAsync"/>
    public Task<IReadOnlyList<JournalRow>> JournalAsync(long after, CancellationToken cancel) => Page.JournalAsync(after, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        await Process.DisposeAsync();
    }
}
