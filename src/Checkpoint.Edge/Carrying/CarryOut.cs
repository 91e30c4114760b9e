using System.Globalization;
using Checkpoint.Carrying;
using Checkpoint.Edge.Configuration;
using Checkpoint.Hosting.Files;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;

namespace Checkpoint.Edge.Carrying;

/// <summary><c>carry out</c>: writes every entry that the hub has not confirmed to a stick, signed.</summary>
static class CarryOut
{
    const int Damaged = 65; // EX_DATAERR, sysexits.h

    /// <summary>Writes to a stick; changes nothing on the box.</summary>
    /// <returns>0, or 65 if the journal in use is damaged; what else there is was written.</returns>
    /// <exception cref="IOException">A journal cannot be read, or the stick not written: what was named before is there, whole.</exception>
    public static int Run(EdgeConfiguration configuration, string folder, TextWriter output)
    {
        var (places, device) = (configuration.ToCarryPlaces(), DeviceId.Parse(configuration.Device.Id!));
        using var key = BoxKeyFile.Read(places);
        var (stick, entries, code) = (new StickFolder(folder), 0L, 0);
        foreach (var journal in Journals(places, device, output, () => code = Damaged))
        {
            foreach (var part in RecordsFile.Split(journal.Records))
            {
                var name = CarryNames.OfRecords(part[0].Key, part[^1].Key.Seq);
                stick.Write(name, RecordsFile.Sign(part, journal.Written, key));
                entries += part.Length;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {part.Length} 条 entries"));
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"共 {entries} 条待上级确认，已写完，可以拔出。带回收讫文件后才会清账。 {entries} entries that the hub has not confirmed are written; the stick may be taken out. They stay here until the hub's receipt comes back."));
        return code;
    }

    static IEnumerable<WaitingJournal> Journals(CarryPlaces places, DeviceId device, TextWriter output, Action tellDamaged)
    {
        foreach (var journal in WaitingJournals.Aside(places, device))
            yield return journal;
        if (InUse(places, output, tellDamaged) is { } inUse)
            yield return inUse;
    }

    static WaitingJournal? InUse(CarryPlaces places, TextWriter output, Action tellDamaged)
    {
        try
        {
            return WaitingJournals.InUse(places);
        }
        catch (CorruptStoreException error)
        {
            tellDamaged();
            output.WriteLine($"日志已损坏，重启卡点盒会另存它，再导出一次 The journal is damaged: restart the box, which keeps it aside, and carry out again: {error.Message}");
            return null;
        }
    }
}
