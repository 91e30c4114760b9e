using System.Collections.Immutable;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

/// <summary>What is still to be delivered of a journal that was moved aside.</summary>
/// <param name="Epoch">That journal.</param>
/// <param name="Pending">Runs of its entries that the hub has not confirmed, ascending, apart from each other.</param>
public sealed record SalvageState(Epoch Epoch, ImmutableArray<SeqRange> Pending)
{
    /// <summary>Everything from here on was sent in this round.</summary>
    public long SentFrom { get; init; } = long.MaxValue;

    /// <summary>Whether a link is there.</summary>
    public bool IsUp { get; init; }

    /// <summary>Whether the broker owes the answer to a batch.</summary>
    public bool IsInFlight { get; init; }

    /// <summary>Before this nothing more is sent.</summary>
    public TimeSpan NextAt { get; init; }

    /// <summary>Rounds in a row that confirmed nothing.</summary>
    public int Rounds { get; init; }

    /// <summary>Whether the hub has everything.</summary>
    public bool IsDone => Pending.IsEmpty;
}
