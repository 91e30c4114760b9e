using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Carrying;
using Checkpoint.Edge.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Carrying;

/// <summary>A box that stands still, its journal, a stick, and the demonstration's hub.</summary>
public abstract class StickFixture : IDisposable
{
    private protected GateFolder Folder { get; } = new();

    private protected StringWriter Words { get; } = new();

    /// <summary>The hub's private key; the demonstration's trust list names its public one.</summary>
    protected static ECDsa HubKey { get; } = ReadKey(Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "keys", "hub-sign.key.pem"));

    protected StickFixture()
    {
        Folder.Set("Device:Id", Some.Device.Value);
        Stick = Directory.CreateDirectory(Folder["stick"]).FullName;
        new BoxKeyFile(Places, TimeProvider.System, NullLogger<BoxKeyFile>.Instance).TryPublic().ShouldNotBeNull();
    }

    protected string Stick { get; }

    private protected CarryPlaces Places => Folder.Load().ToCarryPlaces();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Folder.Dispose();
        Words.Dispose();
    }

    /// <summary>Opens the journal and writes entries.</summary>
    private protected Journal Write(int entries, long released = 0)
    {
        var journal = Journal.Open(Folder.Journal, Some.Device);
        for (var i = 0; i < entries; i++)
            journal.Append(Some.Record(i + 1), boot => Some.Entry().Stamp with { Boot = boot });
        journal.Release(released, at: null);
        journal.KeepReceipt();
        return journal;
    }

    private protected int Run(Func<Configuration.EdgeConfiguration, string, TextWriter, int> command, string? folder = null) =>
        CarryCommand.Run(Folder.Path, Words, (configuration, output) => command(configuration, folder ?? Stick, output));

    /// <summary>What the hub would read of the stick.</summary>
    private protected IReadOnlyList<RecordsFile> Read() =>
        [.. Directory.GetFiles(Stick, "checkpoint-records-*.jws").Order(StringComparer.Ordinal).Select(path => RecordsFile.TryRead(File.ReadAllBytes(path), out _).ShouldNotBeNull())];

    /// <summary>The hub's receipt for records that it holds.</summary>
    protected static WatermarksFile Receipt(params IEnumerable<WireRecord> upTo) => new(
        Some.Device, TimeProvider.System.GetUtcNow(), [.. upTo.Select(last => new Watermark(last.Key.Epoch, last.Key.Seq, ImmutableArray<SeqRange>.Empty) { Hash = last.Hash })]);

    /// <summary>Puts a receipt onto the stick.</summary>
    protected void Bring(WatermarksFile receipt) =>
        File.WriteAllBytes(Path.Combine(Stick, $"checkpoint-watermarks-{receipt.Device}.jws"), receipt.Sign(HubKey));

    static ECDsa ReadKey(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }
}
