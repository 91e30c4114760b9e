using System.CommandLine;
using Checkpoint.Lab.Bench.Draining;
using Checkpoint.Lab.Bench.Faults;
using Checkpoint.Lab.Bench.Throughput;

namespace Checkpoint.Lab.Bench;

/// <summary><c>bench</c>: what is measured beside its ceiling, or beside calm, in the same run.</summary>
static class BenchCommand
{
    /// <summary>The verb.</summary>
    public static Command Create() => new("bench", "Measure.") { GateBench.Create(), DrainBench.Create(), FaultsBench.Create(), ThroughputBench.Create() };
}
