using System.Text.Json.Nodes;

namespace Checkpoint.Lab.Seeds;

/// <summary>An ordinary quarter of an hour at a village gate, with one of each thing that happens there.</summary>
static class DemoCrowd
{
    /// <summary>Passes in order that the crowd carries.</summary>
    public const int GoodPasses = 22;

    /// <summary>A pass that is over.</summary>
    public const string Expired = "expired";

    /// <summary>A pass whose signature does not fit.</summary>
    public const string Forged = "forged";

    /// <summary>A pass whose issuer the gate does not know.</summary>
    public const string OtherCounty = "other-county";

    /// <summary>A code that is no pass.</summary>
    public const string Poster = "poster";

    /// <summary>A province's health code, whose colour the volunteer is asked for.</summary>
    public const string HealthCode = "health-code";

    /// <summary>Name of the n-th good pass, from 1.</summary>
    public static string PassName(int n) => $"pass-{n:00}";

    /// <summary>The crowd's file.</summary>
    public static JsonArray Make()
    {
        var pass = 0;
        string Next() => PassName(++pass);
        return
        [
            Person("resident coming home", "entry", Next(), [34.32]),
            Person("resident going to the fields", "exit", Next(), [34.20]),
            Person("walked fast, warm at first", "entry", Next(), [35.42, 34.61]),
            Person("volunteer on the way to the shift", "entry", Next(), [34.45]),
            Vehicle("minibus from the county town", "entry", [(Next(), 34.38), (Next(), 34.51), (Next(), 34.27)]),
            Person("elder without a phone", "entry", null, [34.10], operatorActions: ["no-phone", "admit"]),
            Person("resident", "entry", Next(), [34.61]),
            Person("pass is over", "entry", Expired, [34.40]),
            Person("resident going out", "exit", Next(), [34.34]),
            Person("delivery", "entry", Next(), [34.56]),
            Person("warm twice: to the clinical thermometer", "entry", Next(), [36.31, 36.26]),
            Person("shows a poster's code", "entry", Poster, [34.48], operatorActions: ["admit"]),
            Person("resident", "entry", Next(), [34.25]),
            Person("somebody else's signature", "entry", Forged, [34.39]),
            Person("resident", "entry", Next(), [34.42]),
            Vehicle("farm truck", "exit", [(Next(), 34.30), (Next(), 34.49)]),
            Person("thermometer cable loose for a moment", "entry", Next(), [34.37], "bad-checksum", ["admit"]),
            Person("pass from another county", "entry", OtherCounty, [34.53], operatorActions: ["admit"]),
            Person("returnee", "entry", Next(), [34.67]),
            Person("resident", "entry", Next(), [34.23]),
            Person("health code of another province, green", "entry", HealthCode, [34.36], colour: "green"),
        ];
    }

    static JsonObject Person(
        string note, string direction, string? code, double[] surface, string? thermometer = null, string[]? operatorActions = null,
        string? colour = null)
    {
        var member = Member(note, code, surface);
        member.Insert(1, "direction", direction);
        if (thermometer is not null)
            member.Add("thermometer", thermometer);
        if (operatorActions is not null)
            member.Add("operator", new JsonArray([.. operatorActions.Select(action => JsonValue.Create(action))]));
        if (colour is not null)
            member.Add("colour", colour);
        return member;
    }

    static JsonObject Vehicle(string note, string direction, (string Code, double Surface)[] occupants) => new()
    {
        ["note"] = note,
        ["direction"] = direction,
        ["occupants"] = new JsonArray(
            [.. occupants.Select((seat, i) => Member($"occupant {i + 1}", seat.Code, [seat.Surface]))]),
    };

    static JsonObject Member(string note, string? code, double[] surface) => new()
    {
        ["note"] = note,
        ["code"] = code is null ? null : $"codes/{code}.png",
        ["surface"] = new JsonArray([.. surface.Select(celsius => JsonValue.Create(celsius))]),
    };
}
