using System.Text;
using Checkpoint.Policies.Documents;

namespace Checkpoint.Policies;

/// <summary>
/// The policy that a gate applies until it gets another. It is part of the program, so that no missing file leaves a gate without rules, and
/// it is text, so that it can be printed, edited and sent back.
/// </summary>
public static class DefaultPolicy
{
    /// <summary>
    /// The field's usual rules: 37.3 °C inclusive; a household's one person in two days for at most three hours; visitors by day; a test
    /// certificate within 72 hours; risk areas to be filled in; and a pass that is shown on the way out (many gates look at the way in only)
    /// enters once until it has gone out again.
    /// </summary>
    public const string Json =
        """
        {
          "version": 1,
          "name": "Default: 37.3 inclusive, one outing per household in two days for three hours, visitors by day",
          "settings": {
            "recheckFrom": 3730,
            "comparison": "inclusive",
            "maxAttempts": 2,
            "measureOnExit": false,
            "emergencyPasses": true,
            "presumedOut": "04:00",
            "quotaWindowHours": 48
          },
          "riskAreas": [],
          "rules": [
            {
              "id": "risk-area",
              "logic": { "!": [{ "var": "riskArea" }] },
              "otherwise": { "verdict": "hold", "reason": "from-risk-area" },
              "applies": { "classes": ["returnee", "visitor", "worker"], "directions": ["entry"] }
            },
            {
              "id": "test-validity",
              "logic": {
                "if": [
                  { "var": "payload.t.0" },
                  {
                    "not-after": [
                      { "plusTime": [{ "var": "external.validationClock" }, 0, "hour"] },
                      { "plusTime": [{ "var": "payload.t.0.sc" }, 72, "hour"] }
                    ]
                  },
                  true
                ]
              },
              "otherwise": { "verdict": "turn-back", "reason": "pass-expired" },
              "words": {
                "zh": "检测证明超过72小时：请重新检测后再来",
                "en": "The test is older than 72 hours: be tested again, then come back"
              },
              "applies": { "directions": ["entry"] }
            },
            {
              "id": "visitor-hours",
              "logic": { "<=": [420, { "var": "minute" }, 1379] },
              "otherwise": { "verdict": "turn-back", "reason": "outside-hours" },
              "words": {
                "zh": "访客通行时间为07:00至23:00：请按时再来",
                "en": "Visitors may come from 07:00 to 23:00: come back then"
              },
              "applies": { "classes": ["visitor"], "directions": ["entry"] }
            },
            {
              "id": "household-quota",
              "logic": {
                "if": [
                  { "var": "household.known" },
                  { "and": [{ "<": [{ "var": "household.outings" }, 1] }, { "<": [{ "var": "household.away" }, 1] }] },
                  true
                ]
              },
              "otherwise": { "verdict": "turn-back", "reason": "quota-used" },
              "words": {
                "zh": "本户两天内已有一人外出：请改日再出",
                "en": "One of this household has been out within two days: please go another day"
              },
              "applies": { "classes": ["resident", "returnee"], "directions": ["exit"] }
            },
            {
              "id": "three-hours-out",
              "logic": {
                "if": [
                  { "var": "household.known" },
                  {
                    "if": [
                      { "<": [{ "var": "visit.minutesSinceExit" }, { "var": "visit.minutesSinceEntry" }] },
                      { "<=": [{ "var": "visit.minutesSinceExit" }, 180] },
                      true
                    ]
                  },
                  true
                ]
              },
              "otherwise": { "verdict": "hold", "reason": "out-too-long" },
              "words": {
                "zh": "外出超过三小时：请人工登记原因",
                "en": "Out for more than three hours: register the reason by hand"
              },
              "applies": { "classes": ["resident", "returnee"], "directions": ["entry"] }
            },
            {
              "id": "anti-passback",
              "logic": {
                "if": [
                  { "var": "visit.known" },
                  { "if": [{ "<": [{ "var": "visit.minutesSinceExit" }, 5256000] }, { "!": [{ "var": "visit.inside" }] }, true] },
                  true
                ]
              },
              "otherwise": { "verdict": "hold", "reason": "already-inside" },
              "applies": { "directions": ["entry"] }
            }
          ]
        }
        """;

    /// <summary>The policy itself.</summary>
    public static Policy Policy { get; } = Read();

    static Policy Read() => PolicyJson.Read(Encoding.UTF8.GetBytes(Json), out var policy) is [var problem, ..]
        ? throw new FormatException(problem.ToString())
        : policy!;
}
