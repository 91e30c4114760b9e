namespace Checkpoint.Passes.Inspecting;

/// <summary>The steps that a gate judges a code by, in its order. The first that fails is the gate's answer.</summary>
public enum PassStep
{
    /// <summary>No step; the zero value, never produced.</summary>
    None = 0,

    /// <summary>From the symbol's bytes to text.</summary>
    Reading = 1,

    /// <summary>Which kind of code it is, and whether it can be taken apart.</summary>
    Format = 2,

    /// <summary>Whether a key on the trust list signed it.</summary>
    Signature = 3,

    /// <summary>Whether it says what a pass must say.</summary>
    Content = 4,

    /// <summary>Whether that key may sign such a pass: class, area, purpose.</summary>
    Permission = 5,

    /// <summary>Whether it was taken back.</summary>
    Revocation = 6,

    /// <summary>Whether the key is within its own time.</summary>
    IssuerTime = 7,

    /// <summary>Whether the pass is within its time.</summary>
    Validity = 8,

    /// <summary>Whether the checkpoint takes its class and area.</summary>
    Scope = 9,
}
