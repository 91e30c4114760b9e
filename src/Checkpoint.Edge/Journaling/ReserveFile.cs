using Checkpoint.Hosting.Files;

namespace Checkpoint.Edge.Journaling;

/// <summary>Room beside the journal that is held for the day when the disk is full: given up then, so that entries can still be written.</summary>
/// <param name="path">Where it is.</param>
sealed class ReserveFile(string path)
{
    /// <summary>What is added to the journal's path.</summary>
    public const string Suffix = ".reserve";

    /// <summary>Its size: some 30,000 entries, a fortnight of a busy gate.</summary>
    public const long Bytes = 16 << 20;

    /// <summary>With less than this free, a write that failed is put down to a full disk.</summary>
    public const long FullBelow = 1 << 20;

    /// <summary>It is made only where so much is free, so that making it fills no disk.</summary>
    public const long MadeFrom = 4 * Bytes;

    /// <summary>Whether it is there, whole.</summary>
    public bool IsThere => new FileInfo(path) is { Exists: true, Length: Bytes };

    /// <summary>Makes it if it is not there and there is room.</summary>
    /// <param name="free">Bytes free on the disk.</param>
    /// <returns>Whether it was made now.</returns>
    /// <exception cref="IOException">It could not be made.</exception>
    public bool TryMake(long free)
    {
        if (free < MadeFrom || IsThere)
            return false;
        DurableFile.Allocate(path, Bytes);
        return true;
    }

    /// <summary>Gives it up if the disk is full.</summary>
    /// <param name="free">Bytes free on the disk.</param>
    /// <returns>Whether there is more room now.</returns>
    public bool TryGiveUp(long free)
    {
        if (free >= FullBelow || !File.Exists(path))
            return false;
        try
        {
            DurableFile.Remove(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // the failure that led here is the one to tell of
        }
    }
}
