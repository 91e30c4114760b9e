namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>A socket to wait for, and what of that it can do afterwards; all of it when it has failed, so that the next call finds out how.</summary>
/// <param name="Descriptor">The socket; one that is negative is not waited for.</param>
/// <param name="ToRead">Whether to wait until it can be read.</param>
/// <param name="ToWrite">Whether to wait until it can be written.</param>
record struct Watch(int Descriptor, bool ToRead, bool ToWrite)
{
    /// <summary>Whether it can be read.</summary>
    public bool CanRead { get; set; }

    /// <summary>Whether it can be written.</summary>
    public bool CanWrite { get; set; }
}
