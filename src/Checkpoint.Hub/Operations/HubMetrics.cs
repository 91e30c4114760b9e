using Checkpoint.Hosting.Health;
using Checkpoint.Hub.Ingest;
using Checkpoint.Hub.Ledgers;

namespace Checkpoint.Hub.Operations;

/// <summary>What the hub counts. The names are published: never rename.</summary>
sealed class HubMetrics
{
    static readonly double[] CommitSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    readonly Counter messages;
    readonly Counter records;
    readonly Counter duplicates;
    readonly Counter conflicts;
    readonly Counter refused;
    readonly Counter brokenLinks;
    readonly Counter aside;
    readonly Counter alarms;
    readonly Counter failures;
    readonly Counter gaps;
    readonly Counter otherKeys;
    readonly Histogram commits;

    public HubMetrics(IngestPulse state, TimeProvider clock)
    {
        messages = All.Counter("checkpoint_hub_messages_total", "Messages received from the broker.");
        records = All.Counter("checkpoint_hub_records_stored_total", "Records added to the ledger.");
        duplicates = All.Counter("checkpoint_hub_records_duplicate_total", "Records that the ledger had already.");
        conflicts = All.Counter("checkpoint_hub_records_conflict_total", "Records whose number is taken by one with another hash.");
        refused = All.Counter("checkpoint_hub_records_refused_total", "Records beyond too many holes, which boxes send again.");
        brokenLinks = All.Counter("checkpoint_hub_broken_links_total", "Records that do not follow from the one before in the hash chain.");
        aside = All.Counter("checkpoint_hub_messages_aside_total", "Messages put aside because they are not of the contract.");
        alarms = All.Counter("checkpoint_hub_alarms_total", "Alarms that boxes raised.");
        failures = All.Counter("checkpoint_hub_commit_failures_total", "Commits that failed and were tried again.");
        gaps = All.Counter("checkpoint_hub_gaps_total", "Journals with entries that are missing and do not come.");
        otherKeys = All.Counter("checkpoint_hub_other_keys_total", "Boxes heard with another key than the one that they are known by.");
        commits = All.Histogram("checkpoint_hub_commit_seconds", "Time of one commit.", CommitSeconds);
        All.Gauge("checkpoint_hub_broker_connected", "1 while the link to the broker is up.", () => state.BrokerConnected ? 1 : 0);
        ProcessMetrics.AddTo(All, clock);
    }

    /// <summary>Everything, for <c>/metrics</c>.</summary>
    public Metrics All { get; } = new();

    /// <summary>A message came.</summary>
    public void MessageReceived() => messages.Increment();

    /// <summary>A box raised an alarm.</summary>
    public void AlarmRaised() => alarms.Increment();

    /// <summary>A commit took this long.</summary>
    public void Committed(TimeSpan took) => commits.Observe(took.TotalSeconds);

    /// <summary>A commit failed.</summary>
    public void CommitFailed() => failures.Increment();

    /// <summary>A journal lacks entries.</summary>
    public void GapFound() => gaps.Increment();

    /// <summary>A box was heard with another key.</summary>
    public void OtherKeyMet() => otherKeys.Increment();

    /// <summary>A delivery is on the disk.</summary>
    public void Stored(LedgerDelivery delivery, LedgerReceipt receipt)
    {
        records.Add(receipt.Stored.Count);
        duplicates.Add(receipt.Duplicates);
        conflicts.Add(receipt.Conflicts.Count);
        refused.Add(receipt.Refused);
        brokenLinks.Add(receipt.Broken.Count);
        aside.Add(delivery.Aside.Count);
    }
}
