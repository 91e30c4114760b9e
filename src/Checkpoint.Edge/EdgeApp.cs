using System.Reflection;
using Checkpoint.Devices;
using Checkpoint.Edge.Announcing;
using Checkpoint.Edge.Carrying;
using Checkpoint.Edge.Configuration;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Journaling.Salvage;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operating;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Edge.Scanning;
using Checkpoint.Edge.Sensing;
using Checkpoint.Edge.Sensing.Baselines;
using Checkpoint.Edge.Sensing.Calibrating;
using Checkpoint.Edge.Sensing.Clinical;
using Checkpoint.Edge.Today;
using Checkpoint.Edge.Web;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Health;
using Checkpoint.Hosting.Logging;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hosting.Systemd;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge;

/// <summary>The composition root of the box; tests start the very same application.</summary>
static class EdgeApp
{
    /// <summary>Name and version of the program.</summary>
    public static string Program { get; } = $"checkpoint-edge {typeof(EdgeApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}";

    /// <summary>Puts the box together. Nothing moves before it is started.</summary>
    /// <param name="configuration">Checked configuration.</param>
    /// <exception cref="InvalidDataException">A file that the configuration names is not what it should be.</exception>
    public static WebApplication Create(EdgeConfiguration configuration)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(configuration.Web.ToEndpoint()));
        builder.Logging.AddStructuredConsole();

        var services = builder.Services;
        AddParts(services, configuration);
        AddLoops(services);

        var app = builder.Build();
        Map(app);
        return app;
    }

    static void AddParts(IServiceCollection services, EdgeConfiguration configuration)
    {
        var device = DeviceId.Parse(configuration.Device.Id!);
        var policy = configuration.Policy.ToPolicy();

        AddDevices(services, configuration.Devices);
        AddStores(services, configuration, device);
        AddPasses(services, configuration);
        services.AddSingleton(configuration.ToCarryPlaces());
        services.AddSingleton(configuration.Announcements.ToSchedule());
        services.AddSingleton(provider => Make<BoxKeyFile>(provider, TimeProvider.System));
        services.AddSingleton(provider => new BoxIdentity(device, Program) { Key = provider.GetRequiredService<BoxKeyFile>().TryPublic });
        services.AddSingleton(provider => Make<CarryShow>(provider, TimeProvider.System));
        services.AddSingleton(policy);
        services.AddSingleton<GateRules>();
        services.AddSingleton<VisitDesk>();
        services.AddSingleton<GateView>();
        services.AddSingleton(provider => Make<GateLight>(provider, Devices(provider).Indicator, Devices(provider).Speaker, TimeProvider.System));
        services.AddSingleton(provider => Make<MemoryWatch>(provider, (Func<long>)(() => Environment.WorkingSet), TimeProvider.System));
        services.AddSingleton(BrokerEndpoint.Parse(configuration.Mqtt.Broker));
        services.AddSingleton<IMqttLink>(provider => new MosquittoLink(
            Link(device, configuration, provider.GetRequiredService<GateJournal>().Current?.Boot ?? 0), TimeProvider.System));
        services.AddSingleton<PassageInbox>();
        services.AddSingleton<OutboxInbox>();
        services.AddSingleton<FieldSealer>();
        services.AddSingleton<TodayBook>();
        services.AddSingleton<Registrar>();
        services.AddSingleton(_ => new Heartbeat(TimeProvider.System));
        services.AddSingleton<Metrics>();
        services.AddSingleton<GateMetrics>();
        services.AddSingleton<BoxStatus>();
        services.AddSingleton(_ => SystemdNotifier.FromEnvironment());
    }

    static void AddStores(IServiceCollection services, EdgeConfiguration configuration, DeviceId device)
    {
        services.AddSingleton(provider => new GateJournal(
            device, configuration.Journal.Path, provider.GetRequiredService<GateClock>(), TimeProvider.System,
            provider.GetRequiredService<OutboxInbox>(),
            provider.GetRequiredService<ILogger<GateJournal>>()));
        services.AddSingleton(configuration.Journal.ToRetention());
        services.AddSingleton(provider => Make<AsideShelf>(provider, device, configuration.Journal.Path, TimeProvider.System));
        services.AddSingleton(CalibrationStore.Beside(configuration.Journal.Path));
        services.AddSingleton(provider => Make<BaselineStore>(provider, BaselineStore.PathBeside(configuration.Journal.Path)));
        services.AddSingleton<GateMemory>();
        services.AddSingleton(provider => Make<SlowStoreWatch>(provider, TimeProvider.System));
    }

    static void AddPasses(IServiceCollection services, EdgeConfiguration configuration)
    {
        services.AddSingleton<PassDesk>();
        services.AddSingleton(configuration.ToPlaces());
        services.AddSingleton(configuration.Passes.ToScope());
        services.AddSingleton<GatePasses>();
        services.AddSingleton<BundleInbox>();
        services.AddSingleton(provider => Make<BundleKeeper>(
            provider, RootFile.Read(configuration.Passes.Root!), new BundleStore(provider.GetRequiredService<BundlePlaces>().Kept)));
        services.AddSingleton(provider => new ScannerStatus(hasCamera: Devices(provider).Camera is not null));
        services.AddSingleton<ICodeScanner>(provider => Make<ScannerProcess>(provider, ScannerStart.OfThisProgram(), TimeProvider.System));
    }

    static void AddDevices(IServiceCollection services, DeviceOptions options)
    {
        // Made by the container, so that it also closes them. The gate's rules run on the devices' time; the network lives in real time.
        services.AddSingleton(_ => DeviceSet.Open(options, TimeProvider.System));
        services.AddSingleton(provider => new GateClock(Devices(provider).Clock, Devices(provider).ClockSource));
        services.AddSingleton(provider => Devices(provider).Sensors);
        services.AddSingleton(provider => Devices(provider).Sensors.Faces);
        services.AddSingleton<SurroundingsView>();
        services.AddSingleton<CalibrationView>();
        services.AddSingleton(provider => Make<SurroundingsWatch>(provider, TimeSpan.FromMilliseconds(Environment.TickCount64)));
    }

    // Stopped in the reverse order: people first, then the gate, and the outbox last.
    static void AddLoops(IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<AsideShelf>());
        services.AddHostedService(provider => Make<OutboxLoop>(provider, TimeProvider.System));
        services.AddHostedService(provider => Make<BundleLoop>(provider, TimeProvider.System));
        services.AddHostedService(provider => Make<CarryLoop>(provider, TimeProvider.System));
        services.AddSingleton<PassageLoop>();
        services.AddHostedService(provider => Make<BaselineLoop>(provider, TimeProvider.System));
        services.AddHostedService(provider => provider.GetRequiredService<PassageLoop>());
        services.AddHostedService(provider => Make<TickPump>(provider, Devices(provider).Clock));
        services.AddHostedService(provider => Make<ThermometerPump>(provider, Devices(provider).Clock));
        services.AddHostedService(provider => Make<CalibrationLoop>(provider, TimeProvider.System));
        services.AddHostedService(provider => Make<PresencePump>(provider, Devices(provider).Presence));
        services.AddHostedService(provider => Make<PanelPump>(provider, Devices(provider).Panel));
        services.AddHostedService(provider => Make<ScanPump>(provider, Devices(provider).Camera ?? new NoCamera(), Devices(provider).Clock));
        services.AddHostedService(provider => Make<WiredScannerPump>(provider, Devices(provider).Scanners, Devices(provider).Clock));
        services.AddHostedService(provider => Make<LineFaultLog>(provider, Devices(provider).Lines.AddRange(Devices(provider).Sound)));
        services.AddHostedService(provider => Make<AnnouncementLoop>(provider, Devices(provider).Speaker, Devices(provider).Clock));
        services.AddHostedService(provider => provider.GetRequiredService<SlowStoreWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<MemoryWatch>());
        services.AddHostedService<CrowdLoop>();
        services.AddHostedService(provider => Make<UpkeepLoop>(provider, TimeProvider.System));
        services.AddHostedService(provider => Make<ClockLoop>(provider, TimeProvider.System));
        services.AddHostedService(provider => Make<ServiceLoop>(provider, TimeProvider.System));
    }

    static void Map(WebApplication app)
    {
        var metrics = app.Services.GetRequiredService<Metrics>();
        var status = app.Services.GetRequiredService<BoxStatus>();
        ProcessMetrics.AddTo(metrics, TimeProvider.System);
        status.AddTo(metrics);
        app.MapHealth(status.Report());
        app.MapMetrics(metrics);
        app.MapGate();
        app.MapClinical();
        app.MapCarry();
    }

    // A will that names no start of the program would be taken for an old one, and a dead box for a living one.
    static MqttLinkOptions Link(DeviceId device, EdgeConfiguration configuration, int boot) => new(
        BrokerEndpoint.Parse(configuration.Mqtt.Broker),
        ClientId: device.Value,
        configuration.Mqtt.SessionExpiry,
        Subscriptions: [Topics.Ack(device), Topics.HubState, Topics.AllBundles(device)],
        Will: new(Topics.Connection(device), new ConnectionState(Online: false, boot).ToJson(), Retain: true));

    static T Make<T>(IServiceProvider provider, params object[] own) => ActivatorUtilities.CreateInstance<T>(provider, own);

    static DeviceSet Devices(IServiceProvider provider) => provider.GetRequiredService<DeviceSet>();
}
