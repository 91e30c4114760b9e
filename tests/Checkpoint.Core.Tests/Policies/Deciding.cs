using System.Text;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Policies.Documents;
using Checkpoint.Testing;

namespace Checkpoint.Policies;

/// <summary>Policies from JSON text, and people to decide about.</summary>
static class Deciding
{
    /// <summary>A Monday, local time of the checkpoint.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));

    public static Policy Policy(string json)
    {
        Problems(json, out var policy).ShouldBeEmpty();
        return policy!;
    }

    public static IReadOnlyList<LogicProblem> Problems(string json) => Problems(json, out _);

    /// <summary>A policy of one rule.</summary>
    public static Policy OneRule(string logic, string reason = "rule-not-met", string verdict = "hold", string applies = "{}") => Policy(
        $$"""
        {"version":7,"rules":[{"id":"one","logic":{{logic}},"otherwise":{"verdict":"{{verdict}}","reason":"{{reason}}"},"applies":{{applies}}}]}
        """);

    /// <summary>Somebody with a good pass and an ordinary temperature, counted and on time.</summary>
    public static Facts Somebody(PassClass @class = PassClass.Resident, Direction direction = Direction.Entry) =>
        new(direction, new(CodeOutcome.Valid, Some.Claims() with { Class = @class }) { Profile = PassProfile.Gp1 }, Some.Measured(), 1)
        {
            Now = Noon,
            Visit = VisitFacts.NotSeen,
        };

    static IReadOnlyList<LogicProblem> Problems(string json, out Policy? policy) => PolicyJson.Read(Encoding.UTF8.GetBytes(json), out policy);
}
