using Checkpoint.Hub.Configuration;

namespace Checkpoint.Hub.Carrying;

/// <summary>
/// Where a running hub takes what is handed over: a folder beside the ledger's file, for whoever may write there. One file has one writer,
/// so a second program never opens it; and nobody on the network can reach it.
/// </summary>
static class CarryPlace
{
    /// <summary>What a file of entries ends in.</summary>
    public const string Records = ".jws";

    /// <summary>What the word that a key is a box's ends in.</summary>
    public const string Trust = ".trust";

    /// <summary>What the answer ends in.</summary>
    public const string Answer = ".answer";

    /// <summary>The folder, or null where several programs may write the ledger at once.</summary>
    public static string? Of(LedgerOptions options) => options.SqliteFile is { } file ? Path.GetFullPath(file) + ".carry" : null;
}
