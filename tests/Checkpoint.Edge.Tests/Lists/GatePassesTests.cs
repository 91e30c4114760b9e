using System.Collections.Immutable;
using Checkpoint.Bundles;
using Checkpoint.Devices.Clocks;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Lists;

/// <summary>A pass of an issuer that is not on the list carries the list's age, as far as the box can know it.</summary>
public sealed class GatePassesTests : IDisposable
{
    static readonly DateTimeOffset Signed = GateClock.BuiltAfter.AddDays(11);

    readonly County county = new();

    public void Dispose() => county.Dispose();

    [Fact]
    public void The_age_of_the_list_is_counted_by_a_clock_that_is_trusted() =>
        Shown(Signed.AddDays(10)).List.ShouldBe(new(BundleKind.Trust, Signed, 10));

    [Fact]
    public void A_clock_behind_what_must_be_past_makes_no_age() =>
        Shown(GateClock.BuiltAfter.AddDays(-400)).List.ShouldBe(new(BundleKind.Trust, Signed, Days: null));

    [Fact]
    public void Without_a_list_there_is_no_age() => Shown(Signed, withList: false).List.ShouldBe(new(BundleKind.Trust, Issued: null, Days: null));

    [Fact]
    public void Any_other_code_tells_of_no_list() =>
        Passes(Signed, withList: true).Check(Some.Symbol("https://example.org")).List.ShouldBeNull();

    CodeCheck Shown(DateTimeOffset now, bool withList = true)
    {
        var check = Passes(now, withList).Check(Some.Symbol(Gp1.Issue(Some.Claims(), county.IssuingKey)));
        check.Outcome.ShouldBe(CodeOutcome.UnknownIssuer);
        return check;
    }

    GatePasses Passes(DateTimeOffset now, bool withList)
    {
        var clock = new GateClock(new ManualClock(now), new SystemClockSource(new ManualClock(now)));
        var passes = new GatePasses(clock, GateScope.Everywhere, NullLogger<GatePasses>.Instance);
        if (!withList)
            return passes;
        var header = new BundleHeader(BundleKind.Trust, 3, Signed);
        passes.Use(county.NewBox with
        {
            Trust = new(3, Signed, []),
            InForce = ImmutableDictionary<BundleKind, BundleHeader>.Empty.Add(BundleKind.Trust, header),
        });
        return passes;
    }
}
