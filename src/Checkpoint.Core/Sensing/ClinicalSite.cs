namespace Checkpoint.Sensing;

/// <summary>Where a clinical thermometer was read. Stored and published: never renumber.</summary>
public enum ClinicalSite
{
    /// <summary>Nowhere; the zero value, never produced.</summary>
    None = 0,

    /// <summary>Armpit (腋下).</summary>
    Axillary = 1,

    /// <summary>Mouth (口腔).</summary>
    Oral = 2,

    /// <summary>Ear (耳).</summary>
    Ear = 3,
}
