using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Hosting.Files;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>
/// The journals that were moved aside, one after another, oldest first: looked through beside the gate's work, held out for delivery, and
/// marked when the hub has what they held. None is ever deleted.
/// </summary>
sealed class AsideShelf(
    DeviceId device, string path, GateMetrics metrics, OutboxInbox outbox, TimeProvider time, ILogger<AsideShelf> log) : BackgroundService
{
    /// <summary>How often it looks whether there is another.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    readonly HashSet<string> looked = new(StringComparer.Ordinal); // bounded by the files there are
    volatile SalvagedJournal? current;
    volatile SalvagedJournal? finished;

    /// <summary>What is to be delivered now; null while there is nothing. Whoever reads it does so from one thread.</summary>
    public SalvagedJournal? Current => ReferenceEquals(current, finished) ? null : current;

    /// <summary>The hub has everything that it held; it is not read any more.</summary>
    public void Finish(SalvagedJournal delivered) => finished = delivered;

    /// <inheritdoc/>
    public override void Dispose()
    {
        current?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        do
        {
            await Task.Run(Look, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    void Look()
    {
        try
        {
            if (current is { } delivered && ReferenceEquals(delivered, finished))
                PutBack(delivered);
            if (current is null)
                TakeNext();
        }
        catch (IOException error)
        {
            log.SalvageFailed(error);
        }
    }

    void PutBack(SalvagedJournal delivered)
    {
        Mark(delivered.Path);
        log.SalvageDelivered(Path.GetFileName(delivered.Path), delivered.Count);
        current = null;
        delivered.Dispose();
    }

    void TakeNext()
    {
        // Each once: reading one takes a while, and one that cannot be read or marked must not keep back the others.
        foreach (var file in StoreFile.Undelivered(path).Where(looked.Add))
        {
            var found = SalvagedJournal.Open(file, device);
            Tell(file, found);
            if (found.Count > 0)
            {
                current = found;
                return;
            }

            found.Dispose();
            Mark(file);
        }
    }

    void Tell(string file, SalvagedJournal found)
    {
        log.SalvageFound(Path.GetFileName(file), found.Count, found.Found.Length);
        if (found.Lost == 0)
            return;
        log.SalvageLost(Path.GetFileName(file), found.Lost);
        metrics.Lost(found.Lost);
        outbox.Raise(AlarmKind.EntriesLost, $"{found.Lost} entries of {Path.GetFileName(file)}");
    }

    static void Mark(string file) => DurableFile.Write(file + StoreFile.DeliveredSuffix, []);
}
