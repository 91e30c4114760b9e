namespace Checkpoint.Bundles;

/// <summary>What a signed bundle carries. The wire name is the topic's last part and the file's name: never rename.</summary>
public enum BundleKind
{
    /// <summary>None; never signed.</summary>
    None = 0,

    /// <summary>The issuing keys, and the keys that may sign other bundles. Signed by the root alone.</summary>
    Trust = 1,

    /// <summary>The passes and keys that were taken back, whole or as changes to the version before.</summary>
    Revocation = 2,

    /// <summary>The rules of the checkpoint.</summary>
    Policy = 3,

    /// <summary>The passes whose bearers somebody waits for.</summary>
    Watchlist = 4,

    /// <summary>What a self-test card's codes are to come to, with the test keys that it needs and no gate trusts otherwise.</summary>
    Card = 5,
}
