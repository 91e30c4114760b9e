using Checkpoint.Passages;

namespace Checkpoint.Devices.Gpio;

/// <summary>
/// Makes people of broken light beams: somebody is there when the first beam breaks, and gone when nothing was seen for a while. With two beams
/// the one that breaks first tells the direction. Pure but for its own state; not thread-safe.
/// </summary>
/// <param name="beams">1 or 2; beam 0 is the only or the outer one, beam 1 the inner one.</param>
/// <param name="hold">How long nothing must be seen until somebody has gone.</param>
sealed class PresenceMachine(int beams, TimeSpan hold)
{
    readonly bool[] broken = new bool[beams];
    bool isPresent;
    TimeSpan clearSince;

    /// <summary>When somebody will have gone if nothing changes; null while nobody is there or a beam is broken.</summary>
    public TimeSpan? Due => isPresent && !broken.Contains(true) ? clearSince + hold : null;

    /// <summary>A beam broke or was closed.</summary>
    /// <param name="beam">Which.</param>
    /// <param name="isBroken">Whether it is broken now.</param>
    /// <param name="at">When, on any clock that only goes forward.</param>
    /// <returns>What follows, in order: nothing, one edge, or that one has gone and the next has come.</returns>
    public IReadOnlyList<PresenceEdge> Take(int beam, bool isBroken, TimeSpan at)
    {
        var edges = Pass(at);
        broken[beam] = isBroken;
        if (!broken.Contains(true))
        {
            clearSince = at;
            return [.. edges, .. Pass(at)];
        }

        if (isPresent)
            return edges;
        isPresent = true;
        return [.. edges, new(Present: true, DirectionFrom(beam))];
    }

    /// <summary>Time passed.</summary>
    /// <param name="at">The time now, on the same clock.</param>
    /// <returns>Nothing, or that somebody has gone.</returns>
    public IReadOnlyList<PresenceEdge> Pass(TimeSpan at)
    {
        if (Due is not { } due || at < due)
            return [];
        isPresent = false;
        return [new(Present: false, Direction: null)];
    }

    Direction? DirectionFrom(int beam) => broken.Length < 2 ? null : beam == 0 ? Direction.Entry : Direction.Exit;
}
