using Checkpoint.Policies.CertLogic;

namespace Checkpoint.Policies;

/// <summary>The facts of one decision as a rule reads them, and a note of which it read.</summary>
sealed class FactData(Facts facts, Policy policy) : LogicMembers
{
    LogicValue? payload;

    /// <summary>One bit for each fact that was read.</summary>
    public uint ReadMask { get; private set; }

    public override bool IsEmpty => false;

    public override LogicValue Get(string name) => name switch
    {
        "direction" => Read(Fact.Direction),
        "code" => Read(Fact.Code),
        "colour" => Read(Fact.Colour),
        "profile" => Read(Fact.Profile),
        "class" => Read(Fact.Class),
        "area" => Read(Fact.Area),
        "attempt" => Read(Fact.Attempt),
        "temperature" => Read(Fact.Temperature),
        "surface" => Read(Fact.Surface),
        "now" => Read(Fact.Now),
        "date" => Read(Fact.Date),
        "minute" => Read(Fact.Minute),
        "weekday" => Read(Fact.Weekday),
        "riskArea" => Read(Fact.RiskArea),
        "payload" => Read(Fact.Payload),
        "visit" or "household" or "external" => LogicValue.Of(new Group(this, name)),
        _ => default,
    };

    LogicValue Read(Fact fact)
    {
        ReadMask |= 1u << (int)fact;
        return fact == Fact.Payload
            ? payload ??= FactTable.Value(fact, facts, policy) // a certificate is taken apart once for all rules
            : FactTable.Value(fact, facts, policy);
    }

    sealed class Group(FactData data, string group) : LogicMembers
    {
        public override bool IsEmpty => false;

        public override LogicValue Get(string name) => (group, name) switch
        {
            ("visit", "known") => data.Read(Fact.VisitKnown),
            ("visit", "entriesToday") => data.Read(Fact.EntriesToday),
            ("visit", "inside") => data.Read(Fact.Inside),
            ("visit", "minutesSinceEntry") => data.Read(Fact.MinutesSinceEntry),
            ("visit", "minutesSinceExit") => data.Read(Fact.MinutesSinceExit),
            ("household", "known") => data.Read(Fact.HouseholdKnown),
            ("household", "outings") => data.Read(Fact.HouseholdOutings),
            ("household", "away") => data.Read(Fact.HouseholdAway),
            ("external", "validationClock") => data.Read(Fact.Now),
            _ => default,
        };
    }
}
