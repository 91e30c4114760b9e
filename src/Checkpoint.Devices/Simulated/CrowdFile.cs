using System.Text.Json;
using Checkpoint.Devices.Pictures;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Devices.Simulated;

/// <summary>Reads a crowd's file strictly: what is not understood is refused, never passed over.</summary>
/// <param name="seeds">The folder with the file and its pictures.</param>
sealed class CrowdFile(string seeds)
{
    const int MaxFileBytes = 1 << 20;
    const decimal LowestCelsius = -70;
    const decimal HighestCelsius = 380;
    const string NoPhone = "no-phone";
    const string Admit = "admit";

    static readonly Dictionary<string, Direction> Directions = new(StringComparer.Ordinal)
    {
        ["entry"] = Direction.Entry,
        ["exit"] = Direction.Exit,
    };

    static readonly Dictionary<string, SmbusFault> Faults = new(StringComparer.Ordinal)
    {
        ["bad-checksum"] = SmbusFault.BadChecksum,
        ["error-flag"] = SmbusFault.ErrorFlag,
        ["zero-word"] = SmbusFault.ZeroWord,
        ["ones-word"] = SmbusFault.OnesWord,
        ["no-answer"] = SmbusFault.NoAnswer,
    };

    static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        [NoPhone] = NoPhone,
        [Admit] = Admit,
    };

    static readonly Dictionary<string, HealthColour> Colours = new(StringComparer.Ordinal)
    {
        ["green"] = HealthColour.Green,
        ["yellow"] = HealthColour.Yellow,
        ["red"] = HealthColour.Red,
    };

    readonly HashSet<string> goodPictures = new(StringComparer.Ordinal);

    /// <summary>Reads the file and every picture that it names.</summary>
    public Crowd Read()
    {
        var path = Path.Combine(seeds, Crowd.FileName);
        using var json = Parse(path);
        var parties = new CrowdNode(path, json.RootElement).Items(1, Crowd.MaxPeople).Select(Party).ToArray();
        var people = parties.Sum(p => p.Members.Count);
        return people <= Crowd.MaxPeople
            ? new Crowd(parties)
            : throw new FormatException($"{path}: {people} people; expected at most {Crowd.MaxPeople}.");
    }

    static JsonDocument Parse(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MaxFileBytes })
            throw new FormatException($"{path}: expected at most {MaxFileBytes} bytes.");
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), new() { AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw new FormatException($"{path}: {error.Message}", error);
        }
    }

    CrowdParty Party(CrowdNode node) => node.Value.ValueKind == JsonValueKind.Object && node["occupants"] is { } occupants
        ? Vehicle(node, occupants)
        : OnFoot(node);

    CrowdParty OnFoot(CrowdNode node)
    {
        node.RequireKeys("note", "direction", "code", "surface", "thermometer", "operator", "colour");
        var member = Member(node);
        return new(member.Note, node.Require("direction").Choice(Directions), InVehicle: false, [member]);
    }

    CrowdParty Vehicle(CrowdNode node, CrowdNode occupants)
    {
        node.RequireKeys("note", "direction", "occupants");
        var members = occupants.Items(1, OperatorAction.Vehicle.MaxOccupants);
        foreach (var occupant in members)
            occupant.RequireKeys("note", "code", "surface", "thermometer", "operator", "colour");
        return new(
            node.Require("note").Text(),
            node.Require("direction").Choice(Directions),
            InVehicle: true,
            [.. members.Select(Member)]);
    }

    CrowdMember Member(CrowdNode node)
    {
        var actions = node["operator"]?.Items(0, Actions.Count).Select(a => a.Choice(Actions)).ToArray() ?? [];
        if (actions is [NoPhone, NoPhone] or [Admit, _])
            throw node.Require("operator").Expected($"\"{NoPhone}\", \"{Admit}\" or both in this order");
        return new(
            node.Require("note").Text(),
            node["code"] is { } code ? Picture(code) : null,
            [.. node.Require("surface").Items(1, SimulatedLane.MaxAttempts).Select(Surface)],
            node["thermometer"]?.Choice(Faults) ?? SmbusFault.None,
            actions.Contains(NoPhone, StringComparer.Ordinal),
            actions.Contains(Admit, StringComparer.Ordinal))
        {
            Colour = node["colour"]?.Choice(Colours),
        };
    }

    static SurfaceTemperature Surface(CrowdNode node) =>
        node.Value.ValueKind == JsonValueKind.Number && node.Value.TryGetDecimal(out var celsius)
        && celsius is >= LowestCelsius and <= HighestCelsius && decimal.IsInteger(celsius * 100)
            ? SurfaceTemperature.FromHundredths((int)(celsius * 100))
            : throw node.Expected("-70.00 to 380.00 °C with at most two decimals");

    Func<GreyFrame> Picture(CrowdNode node)
    {
        var name = node.Text();
        if (Path.IsPathRooted(name) || name.Split('/', '\\').Contains("..", StringComparer.Ordinal))
            throw node.Expected("a path inside the folder of seeds");
        try
        {
            var path = Path.Combine(seeds, name);
            if (goodPictures.Add(name))
                GreyPng.ReadFile(path);
            return () => GreyPng.ReadFile(path);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new InvalidDataException($"{node.Place}: the picture \"{name}\" cannot be read: {error.Message}", error);
        }
    }
}
