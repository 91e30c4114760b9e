namespace Checkpoint.Sealing;

/// <summary>Why an entry has no personal fields though there were some. Published: never renumber or rename.</summary>
public enum SealSkip
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The trust list names no key to seal to, or there is no list yet.</summary>
    NoKey = 1,

    /// <summary>They are over <see cref="PersonalFields.MaxBytes"/>.</summary>
    TooLong = 2,

    /// <summary>Sealing failed, which it never should: an alarm says so.</summary>
    Failed = 3,
}
