using Checkpoint.Passes.Revocation;

namespace Checkpoint.Passes.Watch;

/// <summary>Passes that were put on the watchlist together.</summary>
/// <param name="Id">Names the batch to whoever made it; says nothing about anybody.</param>
/// <param name="NotBefore">Somebody waits from this moment on, UTC.</param>
/// <param name="NotAfter">Until this moment, UTC.</param>
/// <param name="Passes">The passes, by <see cref="Watchlist.Hash(ReadOnlySpan{byte}, PassId, KeyId)"/>.</param>
public sealed record WatchBatch(string Id, DateTimeOffset NotBefore, DateTimeOffset NotAfter, PrefixSet Passes)
{
    /// <summary>Whether somebody may be waiting now. A clock that knows nothing does not let the watched pass.</summary>
    public bool IsOpen(CheckTime time) => time.Quality == Journaling.ClockQuality.Unknown
        || (time.Now - NotBefore >= -time.Error && time.Now - NotAfter <= time.Error);
}
