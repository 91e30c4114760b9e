using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Checkpoint.Journaling;

namespace Checkpoint.Testing.Programs;

/// <summary>What a hub answers, wherever it runs.</summary>
/// <param name="address">Where it answers.</param>
/// <param name="patience">How long one answer may take.</param>
public sealed class HubPage(Uri address, TimeSpan patience) : IDisposable
{
    const int PageRows = 1000;

    readonly HttpClient http = new() { BaseAddress = address, Timeout = patience };

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
    public void Dispose() => http.Dispose();

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
