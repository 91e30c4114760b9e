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
            Person("resident coming home", "entry", Next(), [36.42]),
            Person("resident going to the fields", "exit", Next(), [36.30]),
            Person("walked fast, warm at first", "entry", Next(), [37.52, 36.88]),
            Person("volunteer on the way to the shift", "entry", Next(), [36.55]),
            Vehicle("minibus from the county town", "entry", [(Next(), 36.48), (Next(), 36.61), (Next(), 36.37)]),
            Person("elder without a phone", "entry", null, [36.20], operatorActions: ["no-phone", "admit"]),
            Person("resident", "entry", Next(), [36.71]),
            Person("pass is over", "entry", Expired, [36.50]),
            Person("resident going out", "exit", Next(), [36.44]),
            Person("delivery", "entry", Next(), [36.66]),
            Person("warm twice: to the clinical thermometer", "entry", Next(), [38.41, 38.36]),
            Person("shows a poster's code", "entry", Poster, [36.58], operatorActions: ["admit"]),
            Person("resident", "entry", Next(), [36.35]),
            Person("somebody else's signature", "entry", Forged, [36.49]),
            Person("resident", "entry", Next(), [36.52]),
            Vehicle("farm truck", "exit", [(Next(), 36.40), (Next(), 36.59)]),
            Person("thermometer cable loose for a moment", "entry", Next(), [36.47], "bad-checksum", ["admit"]),
            Person("pass from another county", "entry", OtherCounty, [36.63], operatorActions: ["admit"]),
            Person("returnee", "entry", Next(), [36.77]),
            Person("resident", "entry", Next(), [36.33]),
            Person("health code of another province, green", "entry", HealthCode, [36.46], colour: "green"),
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
