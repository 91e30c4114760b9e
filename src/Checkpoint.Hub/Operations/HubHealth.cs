using Checkpoint.Hosting.Health;
using Checkpoint.Hub.Ingest;

namespace Checkpoint.Hub.Operations;

/// <summary>What <c>/healthz</c> asks. Without the broker the hub still answers questions; without its ledger it does nothing.</summary>
static class HubHealth
{
    /// <summary>The checks.</summary>
    public static HealthReport Of(IngestPulse state) => new(
        ("ledger", () => state.StorageFailure is { } failure
            ? HealthStatus.Failing($"Cannot be written: {failure}")
            : HealthStatus.Ok("Written.")),
        ("ingest", () => state.IsTurning
            ? HealthStatus.Ok("Turning.")
            : HealthStatus.Failing($"Has not turned for {IngestPulse.StuckAfter.TotalSeconds} s.")),
        ("broker", () => state.BrokerConnected
            ? HealthStatus.Ok("Connected.")
            : HealthStatus.Degraded("Not connected; boxes keep their entries until it is.")));
}
