using System.Collections.Immutable;
using Checkpoint.Scanning;

namespace Checkpoint.Passages;

/// <summary>Codes admitted a moment ago, so that showing one again makes a tick and not a second entry.</summary>
/// <param name="Seen">Oldest first, at most <see cref="MaxRemembered"/>.</param>
public sealed record RecentCodes(ImmutableArray<RecentCodes.Admitted> Seen)
{
    /// <summary>Above this the oldest is forgotten: it would make a second entry, which is recorded, not lost.</summary>
    public const int MaxRemembered = 128;

    /// <summary>Nothing remembered.</summary>
    public static RecentCodes None { get; } = new([]);

    /// <summary>When this code was last admitted in this direction, if that is no longer ago than asked.</summary>
    public TimeSpan? Find(CodeFingerprint code, Direction direction, TimeSpan notBefore) =>
        Seen.LastOrDefault(seen => seen.Code == code && seen.Direction == direction && seen.At >= notBefore)?.At;

    /// <summary>Remembers a code, and forgets what is older than asked.</summary>
    public RecentCodes Add(Admitted admitted, TimeSpan notBefore)
    {
        var kept = Seen.RemoveAll(seen => seen.At < notBefore);
        return new((kept.Length < MaxRemembered ? kept : kept.RemoveAt(0)).Add(admitted));
    }

    /// <summary>Forgets a code in this direction: its bearer was not let through after all.</summary>
    public RecentCodes Without(CodeFingerprint code, Direction direction) =>
        new(Seen.RemoveAll(seen => seen.Code == code && seen.Direction == direction));

    /// <summary>One code that was let through.</summary>
    /// <param name="Code">Which.</param>
    /// <param name="Direction">Which way.</param>
    /// <param name="At">When, since the program started.</param>
    public sealed record Admitted(CodeFingerprint Code, Direction Direction, TimeSpan At);
}
