using System.Text;
using Checkpoint.Scanning;

namespace Checkpoint.Passes.Shc;

/// <summary>A health card whose parts have all been seen, put together by <see cref="ShcParts"/>.</summary>
public sealed class ShcCard
{
    internal ShcCard(string token) => Token = token;

    /// <summary>Tells it from other cards, whatever order its parts came in.</summary>
    public CodeFingerprint Fingerprint => CodeFingerprint.Of(new(Encoding.ASCII.GetBytes(Token)));

    /// <summary>The signed token (JWS, compact form), unread.</summary>
    internal string Token { get; }
}
