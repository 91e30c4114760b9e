using System.Collections.Immutable;
using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Outbox;
using Checkpoint.Edge.Passages;
using Checkpoint.Edge.Scanning;
using Checkpoint.Edge.Web;
using Checkpoint.Hosting.Health;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Operations;

/// <summary>How the box is doing, gathered in one place for the broker, the health page and the service manager.</summary>
sealed class BoxStatus(
    BoxIdentity identity,
    GateJournal journal,
    PassageLoop passages,
    PassageInbox inputs,
    OutboxInbox outbox,
    ScannerStatus scanner,
    GateMetrics metrics,
    BundleKeeper lists,
    GateView view,
    SlowStoreWatch store,
    MemoryWatch memory,
    GateClock clock,
    Heartbeat heartbeat)
{
    /// <summary>Time between two reports to the hub, before up to 5 s of jitter.</summary>
    public static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(57);

    /// <summary>A loop that is silent this long hangs: it takes an input every tenth of a second.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    int connected;
    int contested;
    DateTimeOffset? oldest;
    int crowdDone;

    /// <summary>Whether the gate's loop turns.</summary>
    public bool IsAlive => heartbeat.Silence < LongestSilence;

    /// <summary>Notes whether the broker is there.</summary>
    public void BrokerIsConnected(bool value) => Volatile.Write(ref connected, value ? 1 : 0);

    /// <summary>Notes whether another box seems to use this one's identity.</summary>
    public void IdentityIsContested(bool value) => Volatile.Write(ref contested, value ? 1 : 0);

    /// <summary>Notes that the simulated crowd has gone through.</summary>
    public void CrowdIsDone() => Volatile.Write(ref crowdDone, 1);

    /// <summary>Version of the rules in force.</summary>
    public int Policy => passages.PolicyVersion;

    /// <summary>What reads the codes, or "starting".</summary>
    public string Decoder => scanner.Decoder;

    /// <summary>What the box says of itself when it connects.</summary>
    public Birth Birth(Journal open) => new(identity.Program, open.Epoch, open.Boot, passages.PolicyVersion, scanner.Decoder)
    {
        Key = identity.Key(),
        KeptAside = journal.KeptAside,
        Lists = lists.State.InForce.ToImmutableSortedDictionary(list => list.Key, list => list.Value.Version),
    };

    /// <summary>What the box says of itself every minute.</summary>
    public BoxHealth Health() => new(
        Waiting,
        OldestWaiting(),
        journal.Current?.Written ?? 0,
        metrics.NotRecordedCount,
        passages.Presences,
        Environment.WorkingSet,
        journal.DiskFree(),
        clock.Quality)
    {
        Level = passages.Level,
    };

    /// <summary>What the box says to whoever asks on its own network.</summary>
    public StatusReply Now() => new(
        identity.Device.Value,
        identity.Program,
        journal.Current?.Epoch.Value,
        journal.Current?.Boot ?? 0,
        journal.Current?.Written ?? 0,
        journal.Current?.Released ?? 0,
        metrics.NotRecordedCount,
        passages.Presences,
        passages.OnDuty.Length,
        IsConnected,
        Volatile.Read(ref contested) == 1,
        journal.Current?.ReceiptAt,
        Volatile.Read(ref crowdDone) == 1,
        ClockReply.Of(clock),
        ListReply.Of(lists.State, clock.CheckTime),
        SignalReply.Of(view.Now),
        DecisionReply.Of(view.Last));

    /// <summary>One line for the service manager.</summary>
    public string Line() => $"{journal.Current?.Written ?? 0} entries, {Waiting} waiting for the hub, broker {(IsConnected ? "connected" : "away")}";

    /// <summary>The box's health by part.</summary>
    public HealthReport Report() => new(
        ("gate", CheckGate),
        ("journal", CheckJournal),
        ("clock", CheckClock),
        ("lists", CheckLists),
        ("code reader", scanner.ToHealth),
        ("broker", CheckBroker));

    /// <summary>Adds what is read when somebody looks.</summary>
    public void AddTo(Metrics target)
    {
        target.Gauge("checkpoint_released_entry", "Highest entry that the hub has confirmed.", () => journal.Current?.Released ?? 0);
        target.Gauge("checkpoint_waiting_entries", "Entries that the hub has not confirmed.", () => Waiting);
        target.Gauge("checkpoint_written_entry", "Highest entry on disk.", () => journal.Current?.Written ?? 0);
        target.Gauge("checkpoint_presences", "People the presence sensor has seen.", () => passages.Presences);
        target.Gauge("checkpoint_on_duty", "People who have signed on.", () => passages.OnDuty.Length);
        target.Gauge("checkpoint_broker_connected", "1 while the broker is connected.", () => IsConnected ? 1 : 0);
        target.Gauge("checkpoint_inputs_dropped", "Samples and ticks that found the gate's inbox full.", () => inputs.Dropped);
        target.Gauge("checkpoint_alarms_dropped", "Alarms dropped because too many wait for the broker.", () => outbox.Dropped);
        target.Gauge("checkpoint_reserve_spent", "1 when the disk was full and the journal's reserve is given up.", () => journal.ReserveIsSpent ? 1 : 0);
    }

    bool IsConnected => Volatile.Read(ref connected) == 1;

    long Waiting => journal.Current is { } open ? open.Written - open.Released : 0;

    HealthStatus CheckGate()
    {
        if (!IsAlive)
            return HealthStatus.Failing("the gate's loop hangs");
        return memory.IsOver
            ? HealthStatus.Degraded("the program needs too much memory; it is started anew at its limit, and nothing is lost")
            : HealthStatus.Ok("the gate's loop turns");
    }

    HealthStatus CheckJournal()
    {
        if (journal.Trouble is { } trouble)
            return HealthStatus.Failing($"entries are not recorded, write them on paper: {trouble}");
        if (journal.ReserveIsSpent)
            return HealthStatus.Degraded("the disk was full, entries are written in the journal's reserve: make room");
        if (store.IsSlow)
            return HealthStatus.Degraded("the disk is slow and keeps people waiting: copy what waits (checkpoint-edge carry out), then change the card");
        return journal.MovedAside is { } aside
            ? HealthStatus.Degraded($"a damaged journal is kept as {Path.GetFileName(aside)}")
            : HealthStatus.Ok("entries are recorded");
    }

    HealthStatus CheckBroker()
    {
        if (Volatile.Read(ref contested) == 1)
            return HealthStatus.Degraded("another box seems to use this one's identity; give each box a name and a key of its own");
        return IsConnected ? HealthStatus.Ok("connected") : HealthStatus.Degraded($"away; {Waiting} entries wait and nothing is lost");
    }

    HealthStatus CheckClock() => clock.Quality switch
    {
        ClockQuality.Unknown => HealthStatus.Degraded("the clock is behind what must be past, so no pass can be judged by it; set it, or connect to a time server"),
        ClockQuality.Estimated => HealthStatus.Ok("no time server and no battery-backed clock answers for the time; it is an estimate"),
        var quality => HealthStatus.Ok($"the time is {WireName<ClockQuality>.Of(quality)}"),
    };

    HealthStatus CheckLists() => lists.State.InForce.TryGetValue(BundleKind.Trust, out var list)
        ? HealthStatus.Ok(string.Create(CultureInfo.InvariantCulture, $"trust list {list.Version}, {Age(list)}; {Sealing()}"))
        : HealthStatus.Degraded("no trust list yet: every pass has an unknown issuer; import one, or wait for the hub's");

    string Sealing()
    {
        var now = clock.CheckTime.Now;
        return lists.State.Trust.SealingKey(now) is not { } key ? "no key to seal personal fields to: entries are written without them"
            : key.IsInUse(now) ? $"personal fields are sealed to {key.Id}"
            : $"personal fields are sealed to {key.Id}, which is not in use at this time: renew it on the trust list";
    }

    string Age(BundleHeader list) =>
        list.DaysAt(clock.CheckTime) is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days old") : "age unknown";

    TimeSpan OldestWaiting()
    {
        try
        {
            oldest = journal.Current?.OldestWaiting();
        }
        catch (IOException)
        {
            // The last answer stands: no age would say that nothing waits. Delivery meets the same error, and says so.
        }

        return oldest is { } since && clock.Wall > since ? clock.Wall - since : TimeSpan.Zero;
    }
}
