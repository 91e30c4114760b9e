using Checkpoint.Bundles;
using Checkpoint.Hosting.Bundles;

namespace Checkpoint.Edge.Lists;

/// <summary>Looks for new bundles where they come in: the broker, the folder of the installation, and what was imported by hand.</summary>
sealed class BundleLoop(BundleKeeper keeper, BundleInbox inbox, BundlePlaces places, TimeProvider time, ILogger<BundleLoop> log)
    : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    List<(string, DateTime)> installed = [];

    /// <summary>Looks once before the gate opens: the first person must not meet a gate without lists.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Look();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var ticks = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var news = inbox.Arrivals.WaitToReadAsync(stoppingToken).AsTask();
        while (!stoppingToken.IsCancellationRequested)
        {
            await await Task.WhenAny(ticks, news);
            while (inbox.Arrivals.TryRead(out var arrival))
                keeper.Offer(arrival);
            news = news.IsCompleted ? inbox.Arrivals.WaitToReadAsync(stoppingToken).AsTask() : news;
            if (!ticks.IsCompleted)
                continue;
            Look();
            ticks = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        }
    }

    void Look()
    {
        try
        {
            Install();
            Import();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.BundleFolderUnreadable(error);
        }
    }

    // The folder of the installation stays as it is, and is looked at again when a file in it comes, goes or changes.
    void Install()
    {
        if (places.Installed is not { } folder || !Directory.Exists(folder))
            return;
        var found = Directory.EnumerateFiles(folder, "*.jws").Select(path => (path, File.GetLastWriteTimeUtc(path))).Order().ToList();
        if (found.SequenceEqual(installed))
            return;
        installed = found;
        foreach (var (name, text) in BundleRule.InOrder(BundleFolder.Read(folder)))
            keeper.OfferAgain(new(text, BundleKind.None, name));
    }

    void Import()
    {
        foreach (var (name, text) in BundleRule.InOrder(BundleFolder.Read(places.Incoming)))
        {
            keeper.Offer(new(text, BundleKind.None, name));
            File.Delete(Path.Combine(places.Incoming, name));
        }
    }
}
