using Checkpoint.Hosting.Health;
using Checkpoint.Hosting.Logging;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hosting.Systemd;
using Checkpoint.Hub.Carrying;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ingest;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Hub.Web;
using Checkpoint.Wire;

namespace Checkpoint.Hub;

/// <summary>Puts the hub together. Everything that is wired is wired here.</summary>
static class HubApp
{
    // A watermark with as many holes as one may have needs some 10 KB.
    const int LongestWatermarkBytes = 16 * 1024;

    /// <summary>How long open requests may take when the program ends.</summary>
    static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Opens the ledger and makes the program, ready to start.</summary>
    /// <exception cref="IOException">The ledger cannot be opened.</exception>
    /// <exception cref="InvalidDataException">A newer program wrote the ledger.</exception>
    public static WebApplication Create(HubSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear(); // all there is to say is in the settings
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(settings.Web.Endpoint!);
        });
        builder.Logging.AddStructuredConsole();
        AddParts(builder.Services, settings);

        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<LiveFeed>().Close);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(SecurityHeaders.AddAsync);
        LedgerEndpoints.Map(app);
        PageEndpoints.Map(app);
        app.MapHealth(app.Services.GetRequiredService<HealthReport>());
        app.MapMetrics(app.Services.GetRequiredService<HubMetrics>().All);
        return app;
    }

    static void AddParts(IServiceCollection services, HubSettings settings)
    {
        var fleet = settings.Fleet.Ids();
        var (ledger, queries) = LedgerDatabase.Open(settings.Ledger);

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ILedger>(_ => new SharedLedger(ledger));
        services.AddSingleton(_ => queries);
        services.AddSingleton<IMqttLink>(all => new MosquittoLink(LinkOptions(settings.Mqtt), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new Inbox(fleet));
        services.AddSingleton(new FleetPresence(fleet));
        services.AddSingleton<IngestPulse>();
        services.AddSingleton<IngestParts>();
        services.AddSingleton<HubMetrics>();
        services.AddSingleton(all => HubHealth.Of(all.GetRequiredService<IngestPulse>()));
        services.AddSingleton(_ => SystemdNotifier.FromEnvironment());
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<LiveSummary>();
        services.AddSingleton<WatchedLedger>();
        services.AddSingleton<LedgerAlarms>();
        services.AddSingleton(all => ActivatorUtilities.CreateInstance<DriftWatch>(all, settings.Fleet.ToPlaces()));
        services.AddSingleton<CarryNews>();
        services.AddSingleton<IngestLoop>();
        services.AddSingleton(all => new CarryDesk(all.GetRequiredService<ILedger>(), fleet, all.GetRequiredService<TimeProvider>()));

        services.AddProblemDetails();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddHostedService<SystemdReporter>();
        services.AddHostedService(all => all.GetRequiredService<IngestLoop>());
        services.AddHostedService(all => all.GetRequiredService<LiveSummary>());
        if (CarryPlace.Of(settings.Ledger) is { } place)
            services.AddHostedService(all => ActivatorUtilities.CreateInstance<CarryLoop>(all, place));
    }

    // The will cannot know when it will be said: it carries the time at which the hub came.
    static MqttLinkOptions LinkOptions(MqttOptions mqtt) => new(
        mqtt.Endpoint!,
        mqtt.ClientId,
        mqtt.SessionExpiry,
        [Topics.AllUp, Topics.AllState],
        HubWord.Offline(TimeProvider.System))
    {
        LeastPacketBytes = LongestWatermarkBytes,
    };
}
