using System.Diagnostics;
using System.Text.Json;

namespace Checkpoint.Policies.CertLogic;

/// <summary>JSON data as values of CertLogic, turned once.</summary>
public static class LogicJson
{
    /// <summary>Turns a JSON value. Of members that stand twice the last one counts.</summary>
    /// <param name="json">As deep as its parser allowed.</param>
    public static LogicValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => default,
        JsonValueKind.True => LogicValue.True,
        JsonValueKind.False => LogicValue.False,
        JsonValueKind.Number => LogicValue.Of(json.GetDouble()),
        JsonValueKind.String => LogicValue.Of(json.GetString()),
        JsonValueKind.Array => LogicValue.Of([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.Object => LogicValue.Of(ReadMembers(json)),
        _ => throw new UnreachableException(),
    };

    static LogicMap ReadMembers(JsonElement json)
    {
        var members = new Dictionary<string, LogicValue>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
            members[member.Name] = Read(member.Value);
        return new(members);
    }
}
