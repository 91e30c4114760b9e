namespace Checkpoint.Passes;

/// <summary>One kind of code: recognises a text and takes it apart. Thread-safe, never throws, whatever the text.</summary>
abstract class PassFormat
{
    /// <summary>Which kind.</summary>
    public abstract PassProfile Profile { get; }

    /// <summary>Whether a text begins like this kind, so that no other need look at it.</summary>
    public abstract bool Recognises(string text);

    /// <summary>Takes a text apart that was recognised.</summary>
    public abstract PassReading Read(string text);
}
