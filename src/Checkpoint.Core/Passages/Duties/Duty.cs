using System.Collections.Immutable;
using Checkpoint.Passes;

namespace Checkpoint.Passages.Duties;

/// <summary>Who has signed on at this gate with their badge (签到), the longest there first. Immutable.</summary>
/// <param name="Present">Their badges, at most <see cref="MaxPresent"/>.</param>
public sealed record Duty(ImmutableArray<PassId> Present)
{
    /// <summary>People on duty at one gate, at most; one more, and the first is taken for gone.</summary>
    public const int MaxPresent = 8;

    /// <summary>The same badge within this time of its last turn is the same showing, held there a little longer.</summary>
    public static readonly TimeSpan SameShowing = TimeSpan.FromMinutes(1);

    /// <summary>Nobody.</summary>
    public static Duty Nobody { get; } = new([]);

    /// <summary>The last turn of all; null before the first since the program started.</summary>
    public (PassId Badge, TimeSpan At)? Last { get; init; }

    /// <summary>Takes a badge: whoever is not on duty signs on, whoever is signs off.</summary>
    /// <param name="badge">Whose.</param>
    /// <param name="at">When, since the program started.</param>
    /// <returns>The turn; null if this is still the last one's showing.</returns>
    public DutyTurn? Take(PassId badge, TimeSpan at)
    {
        if (Last is { } last && last.Badge == badge && at - last.At < SameShowing)
            return null;
        var isOn = !Present.Contains(badge);
        var kept = isOn && Present.Length == MaxPresent ? Present.RemoveAt(0) : Present;
        return new(badge, isOn, new(isOn ? kept.Add(badge) : kept.Remove(badge)) { Last = (badge, at) });
    }

    /// <inheritdoc/>
    public bool Equals(Duty? other) => other is not null && Last == other.Last && Present.SequenceEqual(other.Present);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Present.Length, Last);
}
