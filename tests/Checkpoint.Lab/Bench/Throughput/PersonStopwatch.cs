using System.Runtime.CompilerServices;
using Checkpoint.Devices;
using Checkpoint.Signals;

namespace Checkpoint.Lab.Bench.Throughput;

/// <summary>Stands between a gate and its presence sensor and light, and notes when somebody came, was judged, and went.</summary>
/// <param name="presence">The sensor.</param>
/// <param name="indicator">The light.</param>
sealed class PersonStopwatch(IPresenceSensor presence, IIndicator indicator) : IPresenceSensor, IIndicator
{
    readonly long start = TimeProvider.System.GetTimestamp();
    readonly Lock noting = new();
    readonly List<PersonTime> people = [];
    TimeSpan? arrived;
    (TimeSpan At, SignalKind Kind)? lit;

    /// <summary>Everybody so far, a line each.</summary>
    public IReadOnlyList<string> Lines()
    {
        lock (noting)
            return [.. people.Select(person => person.ToString())];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PresenceEdge> WatchAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var edge in presence.WatchAsync(cancel))
        {
            Note(edge.Present);
            yield return edge;
        }
    }

    /// <inheritdoc/>
    public void Show(Signal signal)
    {
        indicator.Show(signal);
        var now = TimeProvider.System.GetElapsedTime(start);
        lock (noting)
        {
            if (arrived is not null && signal.Light.Colour != LightColour.White && signal.Kind != SignalKind.Free)
                lit ??= (now, signal.Kind);
        }
    }

    void Note(bool isPresent)
    {
        var now = TimeProvider.System.GetElapsedTime(start);
        lock (noting)
        {
            if (isPresent)
                (arrived, lit) = (now, null);
            else if (arrived is { } came && lit is { } light)
                people.Add(new(came, light.At, now, light.Kind));
        }
    }
}
