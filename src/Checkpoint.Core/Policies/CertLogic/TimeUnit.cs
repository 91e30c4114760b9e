namespace Checkpoint.Policies.CertLogic;

/// <summary>What <c>plusTime</c> counts in.</summary>
enum TimeUnit
{
    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days of 24 hours.</summary>
    Day,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar years.</summary>
    Year,
}
