using System.Text.Json;

namespace Checkpoint.Hosting.Health;

/// <summary>
/// The program's named checks, in the order given. A check is asked on every request, from any thread; it answers from memory and
/// does not throw.
/// </summary>
public sealed class HealthReport(params IReadOnlyList<(string Name, Func<HealthStatus> Check)> checks)
{
    /// <summary>Asks every check.</summary>
    public IReadOnlyList<(string Name, HealthStatus Status)> Read() => [.. checks.Select(c => (c.Name, c.Check()))];

    /// <summary>The worst of several states; ok when there are none.</summary>
    public static HealthState Worst(IEnumerable<(string Name, HealthStatus Status)> statuses) =>
        statuses.Select(s => s.Status.State).DefaultIfEmpty().Max();

    /// <summary>
    /// <c>{"state":"ok","checks":[{"name":…,"state":…,"line":…}]}</c>, states in small letters.
    /// </summary>
    internal static byte[] ToJson(IReadOnlyList<(string Name, HealthStatus Status)> statuses)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("state", Word(Worst(statuses)));
            json.WriteStartArray("checks");
            foreach (var (name, status) in statuses)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("state", Word(status.State));
                json.WriteString("line", status.Line);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    static string Word(HealthState state) => state switch
    {
        HealthState.Ok => "ok",
        HealthState.Degraded => "degraded",
        _ => "failing",
    };
}
