using System.Globalization;

namespace Checkpoint.Testing.Programs;

/// <summary>What a box is started with.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Folder">Where its journal and log are kept; also its folder of configuration.</param>
/// <param name="Broker">The broker, mqtt://…</param>
/// <param name="Passages">People in the simulated crowd; 0 is without end.</param>
public sealed record EdgeSettings(string Device, string Folder, string Broker, int Passages)
{
    /// <summary>How much faster than real time the gate's clock runs.</summary>
    public int Speed { get; init; } = 1;

    /// <summary>Whether people come one right after another.</summary>
    public bool Fast { get; init; } = true;

    /// <summary>Seed of the simulated world.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>Folder with the crowd, the county's root key and its lists; the demonstration's, if not given.</summary>
    public string Seeds { get; init; } = Path.Combine(ProgramProcess.RepositoryRoot(), "seeds", "demo");

    /// <summary>Its journal.</summary>
    public string Journal { get; init; } = Path.Combine(Folder, "journal.db");

    /// <summary>File that says how wrong its clock is, and who answers for it; none if the clock is right.</summary>
    public string? ClockFile { get; init; }

    /// <summary>Address that it answers on.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The program and its verb; the product's own, if not given.</summary>
    public IReadOnlyList<string> Program { get; init; } = ["dotnet", ProgramProcess.PathOf("Checkpoint.Edge", "checkpoint-edge"), "run"];

    /// <summary>What starts it, before its own command line; nothing if empty.</summary>
    public IReadOnlyList<string> Launcher { get; init; } = [];

    /// <summary>Further environment variables.</summary>
    public IReadOnlyDictionary<string, string> Further { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What it prints.</summary>
    public string LogFile => Path.Combine(Folder, "edge.log");

    /// <summary>The settings as environment variables.</summary>
    /// <param name="listen">Where it answers.</param>
    public IReadOnlyDictionary<string, string> Environment(Uri listen) => new Dictionary<string, string>(Further, StringComparer.Ordinal)
    {
        ["CHECKPOINT_EDGE__Device__Id"] = Device,
        ["CHECKPOINT_EDGE__Journal__Path"] = Journal,
        ["CHECKPOINT_EDGE__Mqtt__Broker"] = Broker,
        ["CHECKPOINT_EDGE__Passes__Root"] = Path.Combine(Seeds, "root.pem"),
        ["CHECKPOINT_EDGE__Passes__Bundles"] = Path.Combine(Seeds, "lists"),
        ["CHECKPOINT_EDGE__Devices__Simulation__Seeds"] = Seeds,
        ["CHECKPOINT_EDGE__Devices__Simulation__Passages"] = Passages.ToString(CultureInfo.InvariantCulture),
        ["CHECKPOINT_EDGE__Devices__Simulation__Pace"] = Fast ? "fast" : "natural",
        ["CHECKPOINT_EDGE__Devices__Simulation__Speed"] = Speed.ToString(CultureInfo.InvariantCulture),
        ["CHECKPOINT_EDGE__Devices__Simulation__RandomSeed"] = RandomSeed.ToString(CultureInfo.InvariantCulture),
        ["CHECKPOINT_EDGE__Devices__Simulation__ClockFile"] = ClockFile ?? "",
        ["CHECKPOINT_EDGE__Web__Listen"] = listen.GetLeftPart(UriPartial.Authority),
    };
}
