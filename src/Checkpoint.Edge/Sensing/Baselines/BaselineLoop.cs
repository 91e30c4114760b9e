using Checkpoint.Edge.Passages;
using Checkpoint.Sensing.Baselines;

namespace Checkpoint.Edge.Sensing.Baselines;

/// <summary>Keeps what is ordinary at this gate, now and then and at the end.</summary>
sealed class BaselineLoop(BaselineStore store, PassageLoop gate, TimeProvider time, ILogger<BaselineLoop> log) : BackgroundService
{
    /// <summary>How often it is written, if anybody has passed: some fifty people at a busy gate, of the hundred that it is made of.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMinutes(10);

    Ordinary? kept;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Keep();
    }

    /// <summary>One turn.</summary>
    public void Keep()
    {
        if (gate.Ordinary is not { } known || ReferenceEquals(known, kept))
            return;
        try
        {
            store.Keep(known);
            kept = known;
        }
        catch (IOException error)
        {
            log.BaselineNotKept(error);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        kept = gate.Ordinary;
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Keep();
    }
}
