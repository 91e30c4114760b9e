namespace Checkpoint.Hosting.Sqlite;

/// <summary>How much of a store is checked when it is opened.</summary>
public enum StoreCheck
{
    /// <summary>The structure of the whole file; its time grows with the file.</summary>
    Whole = 0,

    /// <summary>That it is a database of the length that it says, and its schema can be read. The caller checks what it must rely on.</summary>
    Schema = 1,
}
