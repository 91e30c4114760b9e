namespace Checkpoint.Bundles;

/// <summary>What becomes of a bundle that is offered.</summary>
public abstract record BundleStep
{
    BundleStep() { }

    /// <summary>It takes force.</summary>
    /// <param name="Next">What is in force from now on.</param>
    /// <param name="Bundle">The bundle.</param>
    public sealed record Accepted(BundleState Next, SignedBundle Bundle) : BundleStep;

    /// <summary>It is in force already.</summary>
    /// <param name="Bundle">The bundle.</param>
    public sealed record Known(SignedBundle Bundle) : BundleStep;

    /// <summary>It is not taken, and nothing changes.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Header">What it says of itself, if its signature holds; else null.</param>
    /// <param name="Detail">More, for people; nothing of the content. Empty if there is no more to say.</param>
    public sealed record Refused(BundleRefusal Why, BundleHeader? Header, string Detail) : BundleStep
    {
        /// <summary>Whether a whole list would help where these changes do not.</summary>
        public bool WantsWhole => Why is BundleRefusal.WrongBase or BundleRefusal.TooManyDeltas;
    }
}
