using System.Globalization;

namespace Checkpoint.Testing.Programs;

/// <summary>The centre: checkpoint-hub as a process.</summary>
public sealed class HubProgram : IAsyncDisposable
{
    static readonly TimeSpan AnswerPatience = TimeSpan.FromMinutes(1);

    readonly HubPage page;

    HubProgram(ProgramProcess process, Uri address)
    {
        Process = process;
        Address = address;
        page = new(address, AnswerPatience);
    }

    /// <summary>The process.</summary>
    public ProgramProcess Process { get; }

    /// <summary>Where people look at it.</summary>
    public Uri Address { get; }

    /// <summary>Starts a hub and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it printed.</exception>
    public static async Task<HubProgram> StartAsync(HubSettings settings, CancellationToken cancel)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.Port ?? FreePort.Next()}"));
        var process = ProgramProcess.Start(
            "Checkpoint.Hub", "checkpoint-hub", ["run", "--config", settings.Folder], settings.Environment(address), settings.LogFile);
        using var http = new HttpClient { BaseAddress = address, Timeout = AnswerPatience };
        await Ready.WaitAsync(process, http, cancel);
        return new(process, address);
    }

    /// <inheritdoc cref="HubPage.LedgerAsync"/>
    public Task<IReadOnlyList<JournalRow>> LedgerAsync(string device, CancellationToken cancel) => page.LedgerAsync(device, cancel);

    /// <inheritdoc cref="HubPage.MetricsAsync"/>
    public Task<string> MetricsAsync(CancellationToken cancel) => page.MetricsAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        page.Dispose();
        await Process.DisposeAsync();
    }
}
