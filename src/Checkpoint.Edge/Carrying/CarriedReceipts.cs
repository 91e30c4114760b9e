using System.Collections.Immutable;
using Checkpoint.Hosting.Files;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Carrying;

/// <summary>How far the hub has the journals that were moved aside: they are never written to again, so it is kept beside them.</summary>
static class CarriedReceipts
{
    /// <summary>Journals that are spoken of; more than a card keeps aside in its life.</summary>
    const int MaxJournals = 4096;

    /// <summary>Reads them; a file that is damaged counts as none, and the entries are carried once more.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableSortedDictionary<string, long> Read(CarryPlaces places)
    {
        var none = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);
        if (!File.Exists(places.Receipts))
            return none;
        return WireJson.TryRead(File.ReadAllBytes(places.Receipts), json => none.AddRange(
            json.GetProperty("upto").EnumerateObject().Take(MaxJournals).Select(member => KeyValuePair.Create(member.Name, member.Value.GetInt64())))) ?? none;
    }

    /// <summary>Notes one; never goes back.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static void Note(CarryPlaces places, Epoch epoch, long upTo)
    {
        var receipts = Read(places);
        if (receipts.GetValueOrDefault(epoch.Value) >= upTo)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(places.Receipts)!);
        DurableFile.Write(places.Receipts, WireJson.Write(json =>
        {
            json.WriteStartObject("upto");
            foreach (var (name, number) in receipts.SetItem(epoch.Value, upTo))
                json.WriteNumber(name, number);
            json.WriteEndObject();
            json.WriteNumber("v", WireJson.Version);
        }));
    }
}
