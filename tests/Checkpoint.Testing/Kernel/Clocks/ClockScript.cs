namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>
/// Draws what is done to a box's clock. One start of the box after another: while nobody answers for the clock it is set wrong, right, and wrong
/// again; a time server answers; it is set wrong again; the program is killed, and starts under the wrong clock. So few turns belong to one start
/// that the box journals all of them.
/// </summary>
/// <param name="seed">Decides the order.</param>
public sealed class ClockScript(ulong seed)
{
    static readonly string[] Zones = ["Europe/Berlin", "Asia/Shanghai"];

    static readonly ClockMove[] Wrong =
        [.. Enum.GetValues<ClockMove>().Except([ClockMove.SetRight, ClockMove.Answered, ClockMove.Killed])];

    readonly Dice dice = new(seed);
    readonly Dictionary<bool, Queue<ClockMove>> decks = new() { [false] = new(), [true] = new() };

    /// <summary>Draws so many steps; the last lets a time server answer, so that everything can heal.</summary>
    public IReadOnlyList<PlannedMove> Draw(int steps)
    {
        var moves = new List<PlannedMove>();
        for (var start = 0; moves.Count < steps; start++)
        {
            var zone = Zones[start % Zones.Length];
            moves.AddRange(Start().Take(steps - moves.Count)
                .Select(step => new PlannedMove(0, step.Move, step.Move is ClockMove.Killed ? Zones[(start + 1) % Zones.Length] : zone, step.IsAnswered)));
        }

        moves[^1] = moves[^1] with { Move = ClockMove.Answered, IsAnswered = true };
        return [.. moves.Index().Select(move => move.Item with { Number = move.Index + 1 })];
    }

    IEnumerable<(ClockMove Move, bool IsAnswered)> Start() =>
    [
        (Next(false), false), (ClockMove.SetRight, false), (Next(false), false), (Next(false), false), (ClockMove.Answered, true),
        (Next(true), true), (ClockMove.SetRight, true), (Next(true), true), (ClockMove.SetRight, true), (Next(true), true), (ClockMove.Killed, false),
    ];

    // Every kind comes before any comes again.
    ClockMove Next(bool isAnswered)
    {
        var deck = decks[isAnswered];
        if (deck.Count == 0)
        {
            var left = Wrong.ToList();
            while (left.Count > 0)
            {
                var drawn = left[dice.Roll(left.Count)];
                left.Remove(drawn);
                deck.Enqueue(drawn);
            }
        }

        return deck.Dequeue();
    }
}
