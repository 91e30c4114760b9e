using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Checkpoint.Testing.Programs;

/// <summary>What a box answers on its own network, wherever it runs.</summary>
/// <param name="address">Where it answers.</param>
/// <param name="patience">How long one answer may take.</param>
public sealed class EdgePage(Uri address, TimeSpan patience) : IDisposable
{
    const int PageRows = 1000;

    readonly HttpClient http = new() { BaseAddress = address, Timeout = patience };

    /// <summary>How it is doing.</summary>
    public async Task<EdgeStatus> StatusAsync(CancellationToken cancel) =>
        await http.GetFromJsonAsync<EdgeStatus>(new Uri("api/v1/status", UriKind.Relative), cancel)
        ?? throw new InvalidOperationException("The box gave no status.");

    /// <summary>Its health by part, also when it fails.</summary>
    public async Task<JsonElement> HealthAsync(CancellationToken cancel)
    {
        using var reply = await http.GetAsync(new Uri("healthz", UriKind.Relative), cancel);
        return await reply.Content.ReadFromJsonAsync<JsonElement>(cancel);
    }

    /// <summary>Today's entries as it shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> TodayAsync(CancellationToken cancel)
    {
        var today = await http.GetFromJsonAsync<JsonElement>(new Uri("api/v1/today", UriKind.Relative), cancel);
        return [.. today.GetProperty("entries").EnumerateArray()];
    }

    /// <summary>A page of it as text, also when it says that something fails.</summary>
    public async Task<string> TextAsync(string path, CancellationToken cancel)
    {
        using var reply = await http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return await reply.Content.ReadAsStringAsync(cancel);
    }

    /// <summary>Its metrics as text.</summary>
    public Task<string> MetricsAsync(CancellationToken cancel) => http.GetStringAsync(new Uri("metrics", UriKind.Relative), cancel);

    /// <summary>Its journal's entries after a number.</summary>
    public async Task<IReadOnlyList<JournalRow>> JournalAsync(long after, CancellationToken cancel)
    {
        var rows = new List<JournalRow>();
        while (true)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"api/v1/journal?after={after}&limit={PageRows}");
            var page = await http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancel);
            var read = page.GetProperty("records").EnumerateArray().Select(JournalRow.Read).ToList();
            rows.AddRange(read);
            if (read.Count < PageRows)
                return rows;
            after = read[^1].Key.Seq;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
