using BenchmarkDotNet.Attributes;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Policies.Explaining;
using Checkpoint.Testing;

namespace Checkpoint.Benchmarks;

/// <summary>What deciding under the default policy takes: at most 50 µs. The explanation is not on the gate's hot path.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));

    readonly Policy policy = DefaultPolicy.Policy;
    readonly Facts resident = Somebody(PassClass.Resident, Direction.Entry, new(1, IsInside: false, 90, 30, new(1, 0)));
    readonly Facts quotaUsed = Somebody(PassClass.Resident, Direction.Exit, new(1, IsInside: true, 90, 300, new(2, 1)));
    readonly Facts visitorAtNight = Somebody(PassClass.Visitor, Direction.Entry, VisitFacts.NotSeen) with { Now = Noon.AddHours(13) };
    readonly Facts healthCode = new(
        Direction.Entry,
        new(CodeOutcome.HealthCode) { Profile = PassProfile.HealthCode, Colour = HealthColour.Green },
        Some.Measured(),
        1)
    {
        Now = Noon,
    };

    readonly Facts certificate = Somebody(PassClass.None, Direction.Entry, VisitFacts.NotSeen) with
    {
        Code = new(CodeOutcome.Valid, Some.Claims() with { Class = PassClass.None })
        {
            Profile = PassProfile.Hc1,
            Document = new("""{"t":[{"sc":"2026-11-22T08:00:00Z","tt":"LP6464-4","tr":"260415000"}],"ver":"1.3.0"}"""u8.ToArray()),
        },
    };

    /// <summary>A resident comes home: three rules, all met.</summary>
    [Benchmark(Baseline = true)]
    public Decision ResidentComesHome() => policy.Decide(resident);

    /// <summary>A resident may not go out.</summary>
    [Benchmark]
    public Decision QuotaUsed() => policy.Decide(quotaUsed);

    /// <summary>A visitor at one in the morning.</summary>
    [Benchmark]
    public Decision VisitorAtNight() => policy.Decide(visitorAtNight);

    /// <summary>A test certificate, whose date is read from its content.</summary>
    [Benchmark]
    public Decision TestCertificate() => policy.Decide(certificate);

    /// <summary>A health code that the volunteer saw green.</summary>
    [Benchmark]
    public Decision HealthCodeGreen() => policy.Decide(healthCode);

    /// <summary>Why the visitor was turned back, and what would have been green.</summary>
    [Benchmark]
    public Explanation ExplainVisitorAtNight() => Explainer.Explain(policy, visitorAtNight);

    static Facts Somebody(PassClass @class, Direction direction, VisitFacts visit) =>
        new(direction, new(CodeOutcome.Valid, Some.Claims() with { Class = @class }) { Profile = PassProfile.Gp1 }, Some.Measured(), 1)
        {
            Now = Noon,
            Visit = visit,
        };
}
