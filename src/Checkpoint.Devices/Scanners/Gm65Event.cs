namespace Checkpoint.Devices.Scanners;

/// <summary>What a scanner of the GM65 family said.</summary>
abstract record Gm65Event
{
    Gm65Event() { }

    /// <summary>A code, without what it ends in.</summary>
    /// <param name="Bytes">Its payload.</param>
    public sealed record Code(ReadOnlyMemory<byte> Bytes) : Gm65Event;

    /// <summary>The answer to a command.</summary>
    /// <param name="Data">What was asked for, or one 0 for something done.</param>
    public sealed record Reply(ReadOnlyMemory<byte> Data) : Gm65Event;

    /// <summary>The answer to the question whether it lives.</summary>
    public sealed record Alive : Gm65Event;

    /// <summary>Bytes that stopped before the end that a code has.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Torn(int Count) : Gm65Event;

    /// <summary>More bytes than any code has; they were thrown away.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Overlong(int Count) : Gm65Event;
}
