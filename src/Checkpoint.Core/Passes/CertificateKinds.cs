namespace Checkpoint.Passes;

/// <summary>What EU digital certificates are about.</summary>
[Flags]
enum CertificateKinds
{
    /// <summary>No certificate.</summary>
    None = 0,

    /// <summary>A test.</summary>
    Test = 1,

    /// <summary>A vaccination.</summary>
    Vaccination = 2,

    /// <summary>A recovery.</summary>
    Recovery = 4,
}
