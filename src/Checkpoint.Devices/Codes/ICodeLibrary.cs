namespace Checkpoint.Devices.Codes;

/// <summary>A library that finds QR codes in a picture. Not thread-safe.</summary>
interface ICodeLibrary : IDisposable
{
    /// <summary>Library and version, for people.</summary>
    string Name { get; }

    /// <summary>The ways to look that were measured to be worth it with this library, in the order of their worth.</summary>
    IReadOnlyList<Look> Looks { get; }

    /// <summary>Reads the first code of a picture.</summary>
    /// <returns>The code, or null if there is none.</returns>
    /// <exception cref="ArgumentException">The frame has fewer pixels than its shape says.</exception>
    LibraryCode? Read(in GreyFrame frame, LibraryEffort effort);
}
