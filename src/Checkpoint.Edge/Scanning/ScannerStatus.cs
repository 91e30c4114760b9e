using Checkpoint.Hosting.Health;

namespace Checkpoint.Edge.Scanning;

/// <summary>How the scanner is, for everybody who asks. Thread-safe: one writes, anybody reads.</summary>
/// <param name="hasCamera">Whether there is a camera at all: without one no scanner is started, and none is missed.</param>
sealed class ScannerStatus(bool hasCamera = true)
{
    /// <summary>Scanners lost in a row before codes count as not being read.</summary>
    public const int FailingFrom = 3;

    readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile string decoder = hasCamera ? "starting" : "none";
    volatile State state = new(IsUp: false, Losses: 0, Last: default);

    /// <summary>What reads the codes, or "starting", or "none".</summary>
    public string Decoder => decoder;

    /// <summary>Whether it is lost again and again.</summary>
    public bool IsFailing => state.Losses >= FailingFrom;

    /// <summary>Completes when the first scanner has greeted.</summary>
    public Task Greeted => greeted.Task;

    /// <summary>A scanner reads.</summary>
    public void IsUp(string name)
    {
        decoder = name;
        state = state with { IsUp = true };
        greeted.TrySetResult();
    }

    /// <summary>A scanner has read enough to be trusted again.</summary>
    public void IsWell() => state = state with { Losses = 0 };

    /// <summary>A scanner was lost.</summary>
    /// <returns>How many were lost in a row, this one included.</returns>
    public int IsLost(ScannerLoss loss)
    {
        var losses = state.Losses + 1;
        state = new(IsUp: false, losses, loss);
        return losses;
    }

    /// <summary>For the health page.</summary>
    public HealthStatus ToHealth() => state switch
    {
        { Losses: >= FailingFrom, Last: var last } => HealthStatus.Failing(
            $"code reader failing ({Words(last)}): register people by hand; take away what is held before the camera; if that does not help, "
            + $"run checkpoint-edge check. 读码器故障：请人工登记，移开镜头前的物品；仍不恢复请运行 checkpoint-edge check。"),
        { IsUp: true } => HealthStatus.Ok(decoder),
        _ when !hasCamera => HealthStatus.Ok("no camera; scanners on a wire"),
        { Losses: 0 } => HealthStatus.Degraded("starting"),
        { Last: var last } => HealthStatus.Degraded($"starting again ({Words(last)})"),
    };

    static string Words(ScannerLoss loss) => loss switch
    {
        ScannerLoss.NotStarted => "it does not start",
        ScannerLoss.NoDecoder => "no library for codes is installed: libzxing3, libzbar0t64 or libzbar0",
        ScannerLoss.Ended => "it ended",
        ScannerLoss.Hung => "it hung",
        _ => "it answered wrongly",
    };

    sealed record State(bool IsUp, int Losses, ScannerLoss Last);
}
