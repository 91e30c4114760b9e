using System.Globalization;
using System.Text.Json.Nodes;
using Checkpoint.Lab.Seeds;
using Checkpoint.Testing.Programs;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>People who pass at once: each with a good pass of the demonstration's and an ordinary forehead, on their way in.</summary>
static class ThroughputCrowd
{
    const decimal CoolestSurface = 34.20m;
    const int Surfaces = 40; // in hundredths above it

    /// <summary>Writes a folder of seeds.</summary>
    /// <param name="folder">Where; is made.</param>
    /// <returns>The folder.</returns>
    public static string Write(string folder)
    {
        var demo = Path.Combine(ProgramProcess.RepositoryRoot(), "seeds", "demo");
        foreach (var file in Directory.EnumerateFiles(demo, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(demo, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var people = Enumerable.Range(1, DemoCrowd.GoodPasses).Select(Person);
        File.WriteAllText(Path.Combine(folder, "crowd.json"), new JsonArray([.. people]).ToJsonString());
        return folder;
    }

    static JsonNode Person(int number) => new JsonObject
    {
        ["note"] = string.Create(CultureInfo.InvariantCulture, $"resident {number}"),
        ["direction"] = "entry",
        ["code"] = $"codes/{DemoCrowd.PassName(number)}.png",
        ["surface"] = new JsonArray(JsonValue.Create(CoolestSurface + (number * 7 % Surfaces / 100m))),
    };
}
