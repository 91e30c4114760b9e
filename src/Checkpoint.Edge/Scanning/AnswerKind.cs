namespace Checkpoint.Edge.Scanning;

/// <summary>What the scanner read in a frame. The values travel between the processes.</summary>
enum AnswerKind : byte
{
    /// <summary>No code.</summary>
    Nothing = 0,

    /// <summary>A code.</summary>
    Symbol = 1,

    /// <summary>One part of a structured-append set.</summary>
    Part = 2,
}
