using System.Globalization;
using System.Text.Json;
using Checkpoint.Policies.CertLogic;
using Checkpoint.Wire;

namespace Checkpoint.Policies.Documents;

/// <summary>
/// One object of a document whose every member must be known: reads members with their ranges, and tells each problem with its JSON path.
/// </summary>
sealed class StrictObject
{
    readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly List<LogicProblem> problems;

    /// <summary>Opens an object; anything else is a problem, and reads as empty.</summary>
    public StrictObject(JsonElement json, string path, List<LogicProblem> problems)
    {
        Path = path;
        this.problems = problems;
        if (json.ValueKind == JsonValueKind.Undefined)
            return;
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse(path, "an object is expected");
            return;
        }

        IsObject = true;
        foreach (var member in json.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
                Refuse($"{path}.{member.Name}", "stands twice");
        }
    }

    /// <summary>Where it stands.</summary>
    public string Path { get; }

    /// <summary>Whether there is an object at all.</summary>
    public bool IsObject { get; }

    /// <summary>A whole number within a range.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Take(name) is not { } json)
            return otherwise;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Refuse($"{Path}.{name}", string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is expected"));
        return otherwise;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Take(name) is not { } json)
            return otherwise;
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return json.GetBoolean();
        Refuse($"{Path}.{name}", "true or false is expected");
        return otherwise;
    }

    /// <summary>One of an enumeration's names.</summary>
    /// <param name="name">The member.</param>
    /// <param name="otherwise">If it is not there; null if it must be.</param>
    /// <param name="allowed">The values that are taken.</param>
    public T Choice<T>(string name, T? otherwise, params ReadOnlySpan<T> allowed)
        where T : struct, Enum
    {
        if (Take(name) is not { } json)
            return otherwise ?? Missing<T>(name);
        if (json.ValueKind == JsonValueKind.String && WireName<T>.TryParse(json.GetString(), out var value) && allowed.Contains(value))
            return value;
        var names = string.Join(", ", allowed.ToArray().Select(WireName<T>.Of));
        Refuse($"{Path}.{name}", $"one of these is expected: {names}");
        return otherwise ?? default;
    }

    /// <summary>Text of a length from 1.</summary>
    public string? Text(string name, int longest, bool isNeeded)
    {
        if (Take(name) is not { } json)
            return isNeeded ? Missing<string>(name) : null;
        if (json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text && text.Length <= longest)
            return text;
        Refuse($"{Path}.{name}", string.Create(CultureInfo.InvariantCulture, $"text of 1 to {longest} characters is expected"));
        return null;
    }

    /// <summary>A length of time in whole seconds.</summary>
    public TimeSpan Seconds(string name, TimeSpan otherwise, int least, int most) =>
        TimeSpan.FromSeconds(Number(name, (int)otherwise.TotalSeconds, least, most));

    /// <summary>Text that a format takes, such as a day.</summary>
    public T Parsed<T>(string name, T? otherwise, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Take(name) is not { } json)
            return otherwise ?? Missing<T>(name);
        if (json.ValueKind == JsonValueKind.String && parse(json.GetString()!) is { } value)
            return value;
        Refuse($"{Path}.{name}", $"{expected} is expected");
        return otherwise ?? default;
    }

    /// <summary>An object inside; empty if it is not there.</summary>
    public StrictObject Object(string name) => new(Take(name) ?? default, $"{Path}.{name}", problems);

    /// <summary>Whether a member is there.</summary>
    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>A member as it is, which must be there.</summary>
    public JsonElement Raw(string name) => Take(name) ?? Missing<JsonElement>(name);

    /// <summary>The items of a list with their places; none if it is not there.</summary>
    public IReadOnlyList<(JsonElement Json, string Path)> List(string name, int most)
    {
        if (Take(name) is not { } json)
            return [];
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() <= most)
            return [.. json.EnumerateArray().Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{Path}.{name}[{i}]")))];
        Refuse($"{Path}.{name}", string.Create(CultureInfo.InvariantCulture, $"a list of at most {most} is expected"));
        return [];
    }

    /// <summary>Tells every member that nobody asked for.</summary>
    public void Close()
    {
        foreach (var name in members.Keys.Where(name => !known.Contains(name)))
            Refuse($"{Path}.{name}", $"is not known here; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    /// <summary>Tells a problem.</summary>
    public void Refuse(string path, string message) => problems.Add(new(path, message));

    JsonElement? Take(string name)
    {
        known.Add(name);
        return members.TryGetValue(name, out var json) ? json : null;
    }

    T? Missing<T>(string name)
    {
        Refuse($"{Path}.{name}", "is missing");
        return default;
    }
}
