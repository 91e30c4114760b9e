using System.Security.Cryptography;
using Checkpoint.Carrying;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Carrying;

/// <summary>A hub's office with sticks, and a box that wrote them.</summary>
public abstract class CarryFixture : HubFixture
{
    readonly TempFolder office = new();

    private protected Journal Journal { get; } = new();

    protected ECDsa BoxKey { get; } = County.NewKey();

    protected ECDsa OtherKey { get; } = County.NewKey();

    protected string Stick => Directory.CreateDirectory(office["stick"]).FullName;

    protected string this[string name] => office[name];

    private protected HubSettings Settings => RunningHub.Settings(Broker, LedgerFile);

    /// <summary>Puts entries onto the stick.</summary>
    protected void Carry(params WireRecord[] records) => Carry(BoxKey, records);

    /// <summary>Puts entries onto the stick.</summary>
    protected void Carry(ECDsa key, params WireRecord[] records)
    {
        foreach (var part in RecordsFile.Split(records))
            File.WriteAllBytes(Path.Combine(Stick, Hosting.Files.CarryNames.OfRecords(part[0].Key, part[^1].Key.Seq)), RecordsFile.Sign(part, records[^1].Key.Seq, key));
    }

    /// <summary>Carries in, and says what was printed.</summary>
    private protected (int Code, string Words) In(string? source = null, string typed = "")
    {
        using var words = new StringWriter();
        var code = CarryIn.Run(source ?? Stick, Settings, TimeProvider.System, () => new MemoryStream(System.Text.Encoding.ASCII.GetBytes(typed)), words);
        return (code, words.ToString());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            office.Dispose();
            BoxKey.Dispose();
            OtherKey.Dispose();
        }

        base.Dispose(disposing);
    }
}
