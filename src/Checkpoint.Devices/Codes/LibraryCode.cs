using Checkpoint.Scanning;

namespace Checkpoint.Devices.Codes;

/// <summary>A code as a library read it.</summary>
/// <param name="Symbol">What it says.</param>
/// <param name="Place">Where in the picture that the library was given; may reach beyond its edges.</param>
readonly record struct LibraryCode(Symbol Symbol, FrameRegion Place);
