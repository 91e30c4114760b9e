using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Checkpoint.Journaling;

namespace Checkpoint.Testing.Programs;

/// <summary>The centre: checkpoint-hub as a process.</summary>
public sealed class HubProgram : IAsyncDisposable
{
    const int PageRows = 1000;

    readonly HttpClient http;

    HubProgram(ProgramProcess process, Uri address)
    {
        Process = process;
        Address = address;
        http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
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
        var hub = new HubProgram(process, address);
        await Ready.WaitAsync(process, hub.http, cancel);
        return hub;
    }

    /// <summary>Every ledger row of one box, in order.</summary>
    public async Task<IReadOnlyList<JournalRow>> LedgerAsync(string device, CancellationToken cancel)
    {
        var rows = new List<JournalRow>();
        for (long after = 0; ;)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"api/v1/ledger?device={device}&limit={PageRows}&after={after}");
            var page = await http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancel);
            rows.AddRange(page.GetProperty("entries").EnumerateArray().Select(ReadRow));
            if (!page.GetProperty("more").GetBoolean())
                return rows;
            after = page.GetProperty("next").GetInt64();
        }
    }

    /// <summary>Its metrics as text.</summary>
    public Task<string> MetricsAsync(CancellationToken cancel) => http.GetStringAsync(new Uri("metrics", UriKind.Relative), cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Process.DisposeAsync();
    }

    static JournalRow ReadRow(JsonElement row)
    {
        var key = new EntryKey(
            DeviceId.Parse(row.GetProperty("device").GetString()!),
            Epoch.Parse(row.GetProperty("epoch").GetString()!),
            row.GetProperty("seq").GetInt64());
        return EntryHash.TryParse(row.GetProperty("hash").GetString(), out var hash)
            ? new(key, hash, row.GetProperty("entry").Clone()) { Retimed = row.TryGetProperty("retimed", out var retimed) ? retimed.GetDateTimeOffset() : null }
            : throw new FormatException("A ledger row carries no hash.");
    }
}
