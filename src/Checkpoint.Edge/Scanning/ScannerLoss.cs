namespace Checkpoint.Edge.Scanning;

/// <summary>How a scanner was lost.</summary>
enum ScannerLoss
{
    /// <summary>It could not be started, or did not greet.</summary>
    NotStarted,

    /// <summary>No library for codes is installed.</summary>
    NoDecoder,

    /// <summary>It ended: an abort, a fault, or somebody killed it.</summary>
    Ended,

    /// <summary>It took longer over a frame than it may.</summary>
    Hung,

    /// <summary>It answered what is no answer.</summary>
    WrongAnswer,
}
