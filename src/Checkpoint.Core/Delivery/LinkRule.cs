namespace Checkpoint.Delivery;

/// <summary>
/// When to try a broken link again, on the box and on the hub. Two programs with one identity throw each other out for ever: whoever sees
/// that stops fighting. MQTT 5 may say it (reason code 0x8E), 3.1.1 never does; the other sign is a link that comes up and breaks again and
/// again though the broker is there. Pure.
/// </summary>
public static class LinkRule
{
    /// <summary>A link that has lasted this long is good: the next failure may start from the first wait.</summary>
    public static readonly TimeSpan StableAfter = TimeSpan.FromMinutes(1);

    /// <summary>A link that came up and broke within this time was thrown out, or is as good as none.</summary>
    public static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(30);

    /// <summary>
    /// So many short lives in a row mean that the identity is contested: each call is taken and then ended. A call that is not taken says that
    /// the line or the broker is bad, and the count begins anew. The first five waits of a back-off are under
    /// <see cref="ShortLife"/>, so that two boxes that fight find out in their first half minute.
    /// </summary>
    public const int MaxShortLives = 5;

    /// <summary>How long to leave the broker to the other one, and up to as long again by chance.</summary>
    public static readonly TimeSpan Truce = TimeSpan.FromMinutes(5);

    /// <summary>The link is up.</summary>
    public static LinkState Up(LinkState link, TimeSpan at) => link with { IsUp = true, UpSince = at, RetryAt = null };

    /// <summary>The link is down, or could not be made.</summary>
    /// <param name="link">The link.</param>
    /// <param name="at">Now.</param>
    /// <param name="jitter">A random number, 0 … 1.</param>
    /// <param name="takenOver">Whether the broker said that another client came with the same identity.</param>
    /// <param name="useful">Whether the link did what it is for; a long one alone proves nothing.</param>
    public static LinkState Down(LinkState link, TimeSpan at, double jitter, bool takenOver, bool useful)
    {
        var lived = at - link.UpSince;
        var shortLives = link.IsUp && lived < ShortLife ? link.ShortLives + 1 : 0; // the other one's broker takes every call
        var fought = takenOver || (link.IsUp && lived < ShortLife && (link.IsContested || shortLives >= MaxShortLives));
        var failures = link.IsUp && useful && lived >= StableAfter ? 0 : link.Failures;
        return link with
        {
            IsUp = false,
            ShortLives = shortLives,
            IsContested = link.IsContested || fought,
            Failures = failures + 1,
            RetryAt = at + (fought ? Truce * (1 + Math.Clamp(jitter, 0, 1)) : BackOff.Wait(failures, jitter)),
        };
    }

    /// <summary>Whether it is time to try.</summary>
    public static bool IsDue(LinkState link, TimeSpan at) => link.RetryAt is { } retry && at >= retry;

    /// <summary>An attempt is under way.</summary>
    public static LinkState Trying(LinkState link) => link with { IsUp = false, RetryAt = null };

    /// <summary>A link that lasts is nobody else's.</summary>
    public static LinkState Settled(LinkState link, TimeSpan at) =>
        link.IsUp && link.IsContested && at - link.UpSince >= StableAfter ? link with { IsContested = false, ShortLives = 0 } : link;
}
