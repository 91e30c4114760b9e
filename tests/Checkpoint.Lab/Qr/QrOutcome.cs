namespace Checkpoint.Lab.Qr;

/// <summary>What came of showing a picture.</summary>
enum QrOutcome
{
    /// <summary>Nothing was read.</summary>
    Missed,

    /// <summary>What the code says was read.</summary>
    Right,

    /// <summary>Another code of the same picture was read.</summary>
    OtherCode,

    /// <summary>Something else was read.</summary>
    Wrong,
}
