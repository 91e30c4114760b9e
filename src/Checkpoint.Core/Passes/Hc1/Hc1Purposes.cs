using System.Collections.Immutable;

namespace Checkpoint.Passes.Hc1;

/// <summary>What a key may sign, by the extended key usage of its certificate (hcert-spec 1.0.5, section 5.2; RFC 5280, section 4.2.1.12).</summary>
static class Hc1Purposes
{
    const string AnyPurpose = "2.5.29.37.0";

    // The arc that was meant, and the one that several countries' certificates carry.
    static readonly ImmutableArray<string> Arcs = ["1.3.6.1.4.1.1847.2021.1.", "1.3.6.1.4.1.0.1847.2021.1."];

    static readonly ImmutableArray<(CertificateKinds Kind, string Leaf)> Leaves =
        [(CertificateKinds.Test, "1"), (CertificateKinds.Vaccination, "2"), (CertificateKinds.Recovery, "3")];

    /// <summary>Whether purposes allow a certificate. No purpose at all allows everything; purposes of other things allow nothing.</summary>
    public static bool Allow(ImmutableArray<string> purposes, CertificateKinds kinds) =>
        purposes.IsEmpty
        || purposes.Contains(AnyPurpose, StringComparer.Ordinal)
        || Leaves.All(leaf => (kinds & leaf.Kind) == CertificateKinds.None || Arcs.Any(arc => purposes.Contains(arc + leaf.Leaf, StringComparer.Ordinal)));
}
