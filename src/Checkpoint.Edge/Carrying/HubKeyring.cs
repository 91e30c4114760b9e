using System.Security.Cryptography;
using Checkpoint.Bundles;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Edge.Carrying;

/// <summary>The hub's signing keys, as the trust list in force names them.</summary>
static class HubKeyring
{
    /// <summary>The key of a fingerprint that the hub signed with at a moment; null if there is none.</summary>
    public static ECDsa? Find(TrustList trust, string fingerprint, DateTimeOffset made) => trust.HubKeys.FirstOrDefault(
        key => key.Use == HubKeyUse.Sign && key.IsInUse(made) && string.Equals(PublicKey.Fingerprint(key.Key), fingerprint, StringComparison.Ordinal))?.Key;
}
