using System.Text;
using Checkpoint.Carrying;
using Checkpoint.Hosting.Files;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Carrying;

/// <summary>
/// The way into the ledger from another program than the hub: through the ledger itself where nobody else has it, or several may; through
/// <see cref="CarryPlace"/> where a hub runs on it.
/// </summary>
sealed class HandOver : IDisposable
{
    /// <summary>How long the running hub may take for one file.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    readonly (ILedger Ledger, ILedgerQueries Queries)? own;
    readonly CarryDesk? desk;
    readonly string folder;
    readonly TimeProvider clock;

    HandOver((ILedger Ledger, ILedgerQueries Queries)? own, CarryDesk? desk, string folder, TimeProvider clock) =>
        (this.own, this.desk, this.folder, this.clock) = (own, desk, folder, clock);

    /// <summary>Whether a hub runs on the ledger.</summary>
    public bool IsToHub => desk is null;

    /// <summary>Finds the way.</summary>
    /// <exception cref="IOException">There is none; the message says why.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote the ledger.</exception>
    public static HandOver Open(HubSettings settings, TimeProvider clock)
    {
        try
        {
            var opened = LedgerDatabase.Open(settings.Ledger);
            return new(opened, new(opened.Ledger, settings.Fleet.Ids(), clock), "", clock);
        }
        catch (FileHeldException error) when (CarryPlace.Of(settings.Ledger) is { } place)
        {
            return Directory.Exists(place) ? new(own: null, desk: null, place, clock) : throw new IOException(error.Message, error);
        }
    }

    /// <summary>Takes a file of entries in.</summary>
    /// <exception cref="IOException">The database failed, or the hub did not answer; the same file may be carried in again.</exception>
    public CarryReceipt Take(byte[] file) => desk is not null ? desk.Take(file, (_, _) => { }) : Ask(file, CarryPlace.Records);

    /// <summary>A person says that this is the box's key from now on.</summary>
    /// <exception cref="IOException">The database failed, or the hub did not answer.</exception>
    public CarryRefusal Trust(DeviceId device, string key) =>
        desk is not null ? desk.Trust(device, key) : Ask(Encoding.UTF8.GetBytes($"{device}\n{key}"), CarryPlace.Trust).Refusal;

    public void Dispose()
    {
        own?.Queries.Dispose();
        own?.Ledger.Dispose();
    }

    CarryReceipt Ask(byte[] content, string kind)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString("n") + kind);
        var answer = Path.ChangeExtension(path, CarryPlace.Answer);
        DurableFile.Write(path, content);
        var since = clock.GetTimestamp();
        using var pause = new ManualResetEventSlim();
        while (!File.Exists(answer))
        {
            if (clock.GetElapsedTime(since) > Patience)
                throw new IOException("已交给中心，还没有答复：请稍后再执行一次查看。 Handed over to the hub, which has not answered yet: run this again later to see.");
            pause.Wait(Look);
        }

        var receipt = CarryReceipt.TryRead(File.ReadAllBytes(answer));
        File.Delete(answer);
        return receipt ?? throw new IOException("中心的答复读不懂，请升级。 The hub's answer cannot be read: upgrade it.");
    }
}
