using System.Diagnostics;
using Checkpoint.Testing.Faults;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Testing.Chaos;

/// <summary>Does to a site what a schedule says, and undoes it.</summary>
sealed class FaultHand(ChaosSite site, int speed, TimeProvider clock)
{
    /// <summary>Inflicts one fault for its length. When this returns, everything that it hit is there again.</summary>
    /// <exception cref="InvalidOperationException">Something did not come back.</exception>
    public Task InflictAsync(PlannedFault fault, CancellationToken cancel) => fault.Target.Part switch
    {
        SitePart.Box => OnBoxAsync(fault, site.Gates[fault.Target.Index], cancel),
        SitePart.Line => OnLineAsync(fault, site.LineOf(fault.Target), cancel),
        SitePart.Hub => OnHubAsync(fault, cancel),
        SitePart.Broker => OnBrokerAsync(fault, site.Broker.Nodes[fault.Detail % site.Broker.Nodes.Count], cancel),
        _ => throw new UnreachableException(),
    };

    async Task OnBoxAsync(PlannedFault fault, ChaosGate gate, CancellationToken cancel)
    {
        if (gate.Program is null)
            await gate.StartAsync(passages: 0, speed, cancel); // it failed to before
        await (fault.Kind switch
        {
            ChaosFault.EdgeKilled => KillAsync(fault, gate, cancel),
            ChaosFault.EdgePaused => HangAsync(gate.Program!.Process.Id, fault, cancel),
            ChaosFault.JournalDiskFull => FillAsync(fault, gate.Disk!, cancel),
            ChaosFault.JournalReadOnly => ProtectAsync(fault, gate, cancel),
            ChaosFault.CableCut => ForAWhileAsync(fault, gate.Host!.CutAsync, gate.Host!.MendAsync, cancel),
            ChaosFault.CableThrottled => ForAWhileAsync(fault, gate.Host!.ThrottleAsync, gate.Host!.ReleaseAsync, cancel),
            ChaosFault.ClockStepped => gate.Clock!.StepAsync(fault.Detail % SteppedClock.Steps.Count, cancel),
            _ => throw new UnreachableException(),
        });
    }

    async Task KillAsync(PlannedFault fault, ChaosGate gate, CancellationToken cancel)
    {
        await gate.KillAsync();
        await WaitAsync(fault, cancel);
        await gate.StartAsync(passages: 0, speed, cancel);
    }

    async Task ProtectAsync(PlannedFault fault, ChaosGate gate, CancellationToken cancel)
    {
        await gate.KillAsync();
        await gate.Disk!.ProtectAsync(cancel);
        try
        {
            await gate.StartAsync(passages: 0, speed, cancel);
            await WaitAsync(fault, cancel);
        }
        finally
        {
            await gate.Disk.UnprotectAsync(CancellationToken.None);
        }
    }

    Task FillAsync(PlannedFault fault, SmallDisk disk, CancellationToken cancel) => ForAWhileAsync(
        fault,
        _ =>
        {
            disk.Fill();
            return Task.CompletedTask;
        },
        _ =>
        {
            disk.Free();
            return Task.CompletedTask;
        },
        cancel);

    async Task ForAWhileAsync(
        PlannedFault fault, Func<CancellationToken, Task> begin, Func<CancellationToken, Task> end, CancellationToken cancel)
    {
        await begin(cancel);
        try
        {
            await WaitAsync(fault, cancel);
        }
        finally
        {
            await end(CancellationToken.None);
        }
    }

    async Task OnLineAsync(PlannedFault fault, FaultProxy line, CancellationToken cancel)
    {
        if (fault.Kind == ChaosFault.LineReset)
        {
            line.Reset();
        }
        else if (fault.Kind == ChaosFault.LineHalfOpen)
        {
            line.HalfOpen();
        }
        else
        {
            line.Fault = FaultOf(fault.Kind);
            if (line.Fault == LineFault.Refused)
                line.Reset();
            await WaitAsync(fault, cancel);
            line.Fault = LineFault.None;
        }
    }

    async Task OnHubAsync(PlannedFault fault, CancellationToken cancel)
    {
        if (site.Hub.Program is null)
            await site.Hub.StartAsync(cancel); // it failed to before
        if (fault.Kind == ChaosFault.HubPaused)
        {
            await HangAsync(site.Hub.Program!.Process.Id, fault, cancel);
        }
        else if (fault.Kind == ChaosFault.LedgerDiskFull)
        {
            await FillAsync(fault, site.Hub.Disk!, cancel);
        }
        else
        {
            await site.Hub.KillAsync();
            await WaitAsync(fault, cancel);
            await site.Hub.StartAsync(cancel);
        }
    }

    async Task OnBrokerAsync(PlannedFault fault, IBrokerNode node, CancellationToken cancel)
    {
        if (fault.Kind == ChaosFault.BrokerPaused)
        {
            await HangAsync(node.ProcessId, fault, cancel);
            return;
        }

        await node.KillAsync(cancel);
        if (fault.Kind == ChaosFault.BrokerForgets)
            node.Forget();
        await WaitAsync(fault, cancel);
        await node.StartAsync(cancel);
    }

    Task HangAsync(int process, PlannedFault fault, CancellationToken cancel) => ForAWhileAsync(
        fault, stop => ProcessSignal.FreezeAsync(process, stop), stop => ProcessSignal.ThawAsync(process, stop), cancel);

    Task WaitAsync(PlannedFault fault, CancellationToken cancel) => Task.Delay(fault.Length, clock, cancel);

    static LineFault FaultOf(ChaosFault kind) => kind switch
    {
        ChaosFault.LineSlow => LineFault.Slow,
        ChaosFault.LineStalled => LineFault.Stalled,
        ChaosFault.LineStalledUp => LineFault.StalledUp,
        ChaosFault.LineStalledDown => LineFault.StalledDown,
        ChaosFault.LineSplit => LineFault.Split,
        ChaosFault.LineRefused => LineFault.Refused,
        _ => throw new UnreachableException(),
    };
}
