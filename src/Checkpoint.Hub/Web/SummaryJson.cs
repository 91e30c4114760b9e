using System.Text.Json;
using Checkpoint.Hub.Ingest;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Web;

/// <summary>The summary as the HTTP interface and the live page spell it.</summary>
static class SummaryJson
{
    /// <summary>Writes it.</summary>
    /// <param name="summary">From the ledger.</param>
    /// <param name="presence">The fleet.</param>
    /// <param name="maxDevices">Devices listed at most, in order of their names; <c>deviceCount</c> says how many there are.</param>
    public static byte[] Write(LedgerSummary summary, FleetPresence presence, int maxDevices) => LedgerJson.Write(json =>
    {
        var journals = summary.Streams.ToLookup(stream => stream.Stream.Device);
        var devices = presence.Devices
            .Union(journals.Select(journal => journal.Key))
            .OrderBy(device => device.Value, StringComparer.Ordinal)
            .ToList();

        json.WriteNumber("aside", summary.Aside);
        json.WriteNumber("asideDropped", summary.AsideDropped);
        json.WriteNumber("brokenLinks", summary.BrokenLinks);
        json.WriteNumber("conflicts", summary.Conflicts);
        json.WriteNumber("deviceCount", devices.Count);
        json.WriteStartArray("devices");
        foreach (var device in devices.Take(maxDevices))
            WriteDevice(json, device, [.. journals[device]], presence);
        json.WriteEndArray();
        json.WriteNumber("duplicates", summary.Duplicates);
        json.WriteNumber("missing", summary.Missing);
        json.WriteNumber("passages", summary.Passages);
        json.WriteNumber("rows", summary.Rows);
        WriteTallies(json, summary.Tallies);
    });

    // Position and epoch are those of the journal that the box writes now; the counts are over all its journals.
    static void WriteDevice(Utf8JsonWriter json, DeviceId device, IReadOnlyList<StreamSummary> journals, FleetPresence presence)
    {
        var current = journals.Count > 0 ? journals[0] : null;
        json.WriteStartObject();
        json.WriteNumber("brokenLinks", journals.Sum(journal => journal.State.Broken));
        json.WriteNumber("conflicts", journals.Sum(journal => journal.State.Conflicts));
        json.WriteString("device", device.Value);
        json.WriteNumber("duplicates", journals.Sum(journal => journal.State.Duplicates));
        json.WriteString("epoch", current?.Stream.Epoch.Value);
        json.WriteNumber("highest", current?.State.Position.Highest ?? 0);
        json.WriteString("lastHeard", presence.LastHeard(device) is { } heard ? LedgerJson.Time(heard) : null);
        json.WriteNumber("missing", journals.Sum(journal => journal.State.Position.MissingEntries));
        json.WriteBoolean("online", presence.IsOnline(device));
        json.WriteNumber("rows", journals.Sum(journal => journal.State.Rows));
        json.WriteNumber("upTo", current?.State.Position.UpTo ?? 0);
        json.WriteEndObject();
    }

    static void WriteTallies(Utf8JsonWriter json, IReadOnlyList<PassageTally> tallies)
    {
        json.WriteStartArray("tallies");
        foreach (var tally in tallies)
        {
            json.WriteStartObject();
            json.WriteString("direction", tally.Direction);
            json.WriteNumber("passages", tally.Passages);
            json.WriteString("verdict", tally.Verdict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
