namespace Checkpoint.Passes;

/// <summary>The kinds of code that a gate can judge. Stored: never renumber or rename.</summary>
public enum PassProfile
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Our own compact pass, <c>GP1:</c>.</summary>
    Gp1 = 1,

    /// <summary>EU digital certificate, <c>HC1:</c>.</summary>
    Hc1 = 2,

    /// <summary>SMART Health Card, <c>shc:/</c>.</summary>
    Shc = 3,

    /// <summary>New Zealand COVID Pass, <c>NZCP:/</c>.</summary>
    Nzcp = 4,

    /// <summary>Mainland ID number (GB 11643).</summary>
    NationalId = 5,

    /// <summary>A provincial health code's address.</summary>
    HealthCode = 6,
}
