using Checkpoint.Delivery;

namespace Checkpoint.Testing.Simulation;

/// <summary>How the steps of the machines are called in the table.</summary>
static class StepNames
{
    public static string Of(OutboxInput input) => input switch
    {
        OutboxInput.Appended => "box: appended",
        OutboxInput.Connected => "box: connected",
        OutboxInput.Disconnected { TakenOver: true } => "box: disconnected, taken over",
        OutboxInput.Disconnected => "box: disconnected",
        OutboxInput.Answered => "box: answered",
        OutboxInput.Confirmed { Watermark.Missing.IsEmpty: false } => "box: confirmed, with holes",
        OutboxInput.Confirmed => "box: confirmed",
        OutboxInput.HubReturned => "box: hub returned",
        _ => "box: ticked",
    };

    public static string Of(OutboxEffect effect) => effect switch
    {
        OutboxEffect.Connect => "box → connect",
        OutboxEffect.Publish => "box → publish",
        OutboxEffect.Release => "box → release",
        OutboxEffect.Contest => "box → contest",
        _ => "box → disown",
    };

    public static string Of(IngestInput input) => input switch
    {
        IngestInput.Arrived => "hub: arrived",
        IngestInput.Asked => "hub: asked",
        IngestInput.Committed => "hub: committed",
        IngestInput.CommitFailed => "hub: commit failed",
        IngestInput.Recalled => "hub: recalled",
        IngestInput.Connected => "hub: connected",
        IngestInput.Disconnected => "hub: disconnected",
        IngestInput.Answered => "hub: answered",
        IngestInput.Strange => "hub: strange",
        _ => "hub: ticked",
    };

    public static string Of(IngestEffect effect) => effect switch
    {
        IngestEffect.Connect => "hub → connect",
        IngestEffect.SayOnline => "hub → say online",
        IngestEffect.Commit => "hub → commit",
        IngestEffect.Tell => "hub → tell",
        _ => "hub → report gap",
    };
}
