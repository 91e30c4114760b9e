namespace Checkpoint.Passes.Shc;

/// <summary>A health card whose parts have all been seen, put together by <see cref="ShcParts"/>.</summary>
public sealed class ShcCard
{
    internal ShcCard(string token) => Token = token;

    /// <summary>The signed token (JWS, compact form), unread.</summary>
    internal string Token { get; }
}
