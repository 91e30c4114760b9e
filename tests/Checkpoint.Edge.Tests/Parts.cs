using System.Collections.Immutable;
using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operations;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Edge.Scanning;
using Checkpoint.Edge.Sensing;
using Checkpoint.Edge.Sensing.Baselines;
using Checkpoint.Edge.Today;
using Checkpoint.Hosting.Health;
using Checkpoint.Passes.Trust;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Signals;
using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge;

/// <summary>The parts of a box around one journal, put together as the program does it, for tests of one of them.</summary>
sealed class Parts : IDisposable
{
    readonly ECDsa rootKey = County.NewKey();

    /// <summary>Puts them together; nothing moves.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="light">What is shown, or null for a light that nobody looks at.</param>
    /// <param name="voice">What is said, or null for a voice that nobody hears.</param>
    public Parts(string path, Action<Signal>? light = null, Action<Speech>? voice = null)
    {
        Path = path;
        Clock = GateClock.OfThisMachine();
        Outbox = new(Clock, NullLogger<OutboxInbox>.Instance);
        Journal = new(Some.Device, path, Clock, TimeProvider.System, Outbox, NullLogger<GateJournal>.Instance);
        Metrics = new(Registry);
        Heartbeat = new(TimeProvider.System);
        GatePasses = new(Clock, GateScope.Everywhere, NullLogger<GatePasses>.Instance);
        Lists = new(
            BundleSigner.Root(rootKey),
            new(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "lists")),
            GatePasses,
            Clock,
            Outbox,
            NullLogger<BundleKeeper>.Instance);
        Sealer = new(Lists, Clock, Metrics, Outbox, NullLogger<FieldSealer>.Instance);
        Today = new(Clock);
        Registrar = new(Journal, Sealer, Today, Outbox, Metrics, Clock, NullLogger<Registrar>.Instance);
        Rules = new(Lists, new() { Version = 4 });
        GateLight = new(new Light(light ?? (_ => { })), new RecordedSpeaker { Saying = voice ?? (_ => { }) }, View, TimeProvider.System);
        Memory = new(() => 0, Outbox, TimeProvider.System, NullLogger<MemoryWatch>.Instance);
        Store = new(GateLight, Outbox, TimeProvider.System, NullLogger<SlowStoreWatch>.Instance);
        Baselines = new(BaselineStore.PathBeside(path), new FaceRules(), NullLogger<BaselineStore>.Instance);
        Passages = new(Inbox, Rules, new FaceRules(), new SurroundingsView(), new GateMemory(Journal, Baselines), new VisitDesk(Journal), Registrar, GateLight, Clock, Metrics, Heartbeat);
        Status = new(Identity, Journal, Passages, Inbox, Outbox, Scanner, Metrics, Lists, View, Store, Memory, Clock, Heartbeat);
    }

    /// <summary>What the box is.</summary>
    public static BoxIdentity Identity { get; } = new(Some.Device, "checkpoint-edge 9.9");

    public string Path { get; }

    public BaselineStore Baselines { get; }

    public GatePasses GatePasses { get; }

    public GateRules Rules { get; }

    public BundleKeeper Lists { get; }

    public BundleInbox Bundles { get; } = new();

    public GateClock Clock { get; }

    public PassageInbox Inbox { get; } = new();

    public OutboxInbox Outbox { get; }

    public GateJournal Journal { get; }

    public ScannerStatus Scanner { get; } = new();

    public GateMetrics Metrics { get; }

    public Metrics Registry { get; } = new();

    public FieldSealer Sealer { get; }

    public TodayBook Today { get; }

    public GateView View { get; } = new();

    public Heartbeat Heartbeat { get; }

    public GateLight GateLight { get; }

    public SlowStoreWatch Store { get; }

    public MemoryWatch Memory { get; }

    public Registrar Registrar { get; }

    public PassageLoop Passages { get; }

    public BoxStatus Status { get; }

    /// <summary>Writes some entries, as the gate does it.</summary>
    public void Write(int entries)
    {
        for (var i = 0; i < entries; i++)
            Registrar.TryRegister(Some.Record(i + 1)).ShouldBeTrue();
    }

    /// <summary>Offers signed rules.</summary>
    /// <param name="version">Their version.</param>
    /// <param name="policy">JSON.</param>
    public BundleStep OfferRules(int version, string policy)
    {
        var bundle = BundleWriter.Sign(
            County.Head(BundleKind.Policy, version), json => PolicyPayload.Write(json, System.Text.Encoding.UTF8.GetBytes(policy)), rootKey);
        return Lists.Offer(new(bundle, BundleKind.Policy, "broker"));
    }

    /// <summary>Offers a trust list with keys of the hub.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="hub">The keys.</param>
    public void OfferTrust(int version, params ImmutableArray<HubKey> hub)
    {
        var bundle = BundleWriter.Sign(
            County.Head(BundleKind.Trust, version), json => TrustPayload.Write(json, new(0, default, []) { HubKeys = hub }), rootKey);
        Lists.Offer(new(bundle, BundleKind.Trust, "broker")).ShouldBeOfType<BundleStep.Accepted>();
    }

    /// <summary>Offers a trust list that names a key of the hub.</summary>
    /// <param name="key">What it signs receipts with.</param>
    public void OfferHubKey(ECDsa key) => OfferTrust(1, new HubKey(HubKeyUse.Sign, key, County.Issued, County.Issued.AddYears(50)));

    /// <summary>Takes out every alarm that waits.</summary>
    public IReadOnlyList<Wire.Alarm> TakeAlarms()
    {
        var alarms = new List<Wire.Alarm>();
        while (Outbox.PeekAlarm() is { } alarm)
        {
            alarms.Add(alarm);
            Outbox.Forget(alarm);
        }

        return alarms;
    }

    public void Dispose()
    {
        rootKey.Dispose();
        Passages.Dispose();
        Store.Dispose();
        Memory.Dispose();
        Sealer.Dispose();
        Journal.Dispose();
    }

    sealed class Light(Action<Signal> show) : Devices.IIndicator
    {
        public void Show(Signal signal) => show(signal);
    }
}
