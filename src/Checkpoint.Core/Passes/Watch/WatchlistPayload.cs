using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Passes.Revocation;

namespace Checkpoint.Passes.Watch;

/// <summary>What a watchlist bundle carries: the list's <c>key</c>, and <c>batches</c> of hashed passes.</summary>
public static class WatchlistPayload
{
    /// <summary>Batches in one list.</summary>
    public const int MaxBatches = 256;

    /// <summary>Writes a list.</summary>
    public static void Write(Utf8JsonWriter json, Watchlist list)
    {
        json.WriteString("key", Convert.ToBase64String(list.Key));
        json.WriteStartArray("batches");
        foreach (var batch in list.Batches)
        {
            json.WriteStartObject();
            json.WriteString("id", batch.Id);
            json.WriteString("nbf", BundleWriter.Instant(batch.NotBefore));
            json.WriteString("exp", BundleWriter.Instant(batch.NotAfter));
            json.WriteString("passes", Convert.ToBase64String(batch.Passes.Bytes));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="FormatException">Not a watchlist; the message says where.</exception>
    internal static Watchlist Read(SignedBundle bundle)
    {
        var json = BundleObject.Parse(bundle.Payload).AllowOnly([.. BundleReader.HeaderMembers, "key", "batches"]);
        var key = json.Bytes("key");
        if (key.Length != Watchlist.KeyBytes)
            throw json.Wrong("key", $"expected {Watchlist.KeyBytes} bytes");
        var batches = json.Objects("batches").Take(MaxBatches + 1).Select(ReadBatch).ToImmutableArray();
        return batches.Length > MaxBatches
            ? throw json.Wrong("batches", $"expected {MaxBatches} at most")
            : new(bundle.Header.Version, bundle.Header.Issued, key, batches);
    }

    static WatchBatch ReadBatch(BundleObject json)
    {
        json.AllowOnly("id", "nbf", "exp", "passes");
        var passes = PrefixSet.TryRead(Watchlist.HashBytes, json.Bytes("passes"))
            ?? throw json.Wrong("passes", $"expected sorted groups of {Watchlist.HashBytes} bytes");
        var batch = new WatchBatch(json.Text("id"), json.Instant("nbf"), json.Instant("exp"), passes);
        return batch.NotAfter > batch.NotBefore ? batch : throw json.Wrong("exp", "expected a moment after nbf");
    }
}
