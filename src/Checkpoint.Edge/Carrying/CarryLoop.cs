using Checkpoint.Carrying;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Hosting.Files;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Carrying;

/// <summary>
/// Takes the hub's receipts that were carried in, and gives them to the outbox, whose rule alone releases. A file stays until it has done what
/// it can, so that neither a power cut nor a failing disk loses it.
/// </summary>
sealed class CarryLoop(
    CarryPlaces places, BoxIdentity identity, GateJournal journal, BundleKeeper lists, OutboxInbox outbox, TimeProvider time, ILogger<CarryLoop> log)
    : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    /// <summary>Files that may wait.</summary>
    public const int MaxFiles = 16;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    /// <summary>One turn.</summary>
    public void Look()
    {
        try
        {
            if (!Directory.Exists(places.Incoming))
                return;
            foreach (var path in Directory.EnumerateFiles(places.Incoming, "*.jws").Order(StringComparer.Ordinal).Take(MaxFiles))
                Take(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.CarryFailed(error);
        }
    }

    void Take(string path)
    {
        var text = StickFile.TryRead(path, WatermarksFile.MaxFileBytes) ?? [];
        var file = WatermarksFile.TryRead(text, identity.Device, (signer, made) => HubKeyring.Find(lists.State.Trust, signer, made), out var refusal);
        if (refusal == CarryRefusal.UnknownHub)
            return; // the list that names the hub's key may be on its way from the same stick
        if (file is null)
            log.CarryRefused(CarryWords.Of(refusal).English);
        if (file is null || file.Watermarks.Select(IsDone).ToList().TrueForAll(done => done))
            File.Delete(path);
    }

    // Whether there is nothing more that this watermark can do.
    bool IsDone(Watermark mark)
    {
        if (journal.Current is not { } open)
            return false;
        if (mark.Epoch != open.Epoch)
        {
            outbox.Carried(mark); // what was salvaged of that journal may be on its way by the broker too
            if (!mark.IsDisputed && WaitingJournals.HasAside(places, identity.Device, mark))
                CarriedReceipts.Note(places, mark.Epoch, mark.UpTo);
            return true;
        }

        if (!mark.IsDisputed && mark.UpTo <= open.Released)
        {
            open.KeepReceipt(); // nobody says a carried one again
            return true;
        }

        if (!mark.IsDisputed && mark.UpTo > open.Written)
            return true;
        outbox.Carried(mark);
        return false;
    }
}
