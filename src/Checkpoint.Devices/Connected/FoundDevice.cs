namespace Checkpoint.Devices.Connected;

/// <summary>Something that is connected to this machine, whether the configuration names it or not.</summary>
/// <param name="Key">The configuration key that could name it, such as <c>Devices:Camera:Path</c>.</param>
/// <param name="Path">Its device file, or ALSA's name of it.</param>
/// <param name="What">What it says it is; empty if nothing does.</param>
public sealed record FoundDevice(string Key, string Path, string What);
