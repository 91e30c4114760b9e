using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Hub.Ingest;

public sealed class LedgerAlarmsTests
{
    [Fact]
    public void A_hole_that_was_filled_meanwhile_is_not_reported()
    {
        using var folder = new TempFolder();
        using var ledger = SqliteLedger.Open(folder["hub.db"]);
        using var queries = new SqliteLedgerQueries(folder["hub.db"]);
        var metrics = new HubMetrics(new(TimeProvider.System), TimeProvider.System);
        var alarms = new LedgerAlarms(queries, metrics, NullLogger<LedgerAlarms>.Instance);
        var journal = new Journal();
        var records = journal.Passages(4);
        var gap = new OpenGap(journal.Stream, [new(2, 3)], TimeSpan.Zero, IsReported: false);
        ledger.Commit(new(Journal.Morning, [records[0], records[3]], [], []));

        alarms.Report(gap);
        ledger.Commit(new(Journal.Morning, [records[1], records[2]], [], []));
        alarms.Report(gap);

        metrics.All.ToString().ShouldContain("checkpoint_hub_gaps_total 1");
    }
}
