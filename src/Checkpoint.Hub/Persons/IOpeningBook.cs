namespace Checkpoint.Hub.Persons;

/// <summary>The book of openings, which is only ever added to. For one caller at a time.</summary>
interface IOpeningBook : IDisposable
{
    /// <summary>Writes an opening down; on the disk when it returns.</summary>
    /// <exception cref="IOException">It could not be written: nothing may be shown then.</exception>
    void Add(Opening opening);

    /// <summary>The last openings, newest first.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    IReadOnlyList<Opening> Latest(int limit);
}
