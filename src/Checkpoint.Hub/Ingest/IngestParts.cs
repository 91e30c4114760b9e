using Checkpoint.Hub.Carrying;
using Checkpoint.Hub.Operations;
using Checkpoint.Hub.Web;

namespace Checkpoint.Hub.Ingest;

/// <summary>What the ingest loop reads with and tells.</summary>
/// <param name="Inbox">Reads messages.</param>
/// <param name="Presence">Told who is there.</param>
/// <param name="Pulse">Told how the loop is.</param>
/// <param name="Metrics">Told what was done.</param>
/// <param name="Live">Told what was stored.</param>
/// <param name="Alarms">Told what was found wrong.</param>
/// <param name="Drifts">Told what is ordinary at each box.</param>
/// <param name="Carried">Says of which journals entries were carried in by hand.</param>
sealed record IngestParts(
    Inbox Inbox, FleetPresence Presence, IngestPulse Pulse, HubMetrics Metrics, LiveFeed Live, LedgerAlarms Alarms, DriftWatch Drifts, CarryNews Carried);
