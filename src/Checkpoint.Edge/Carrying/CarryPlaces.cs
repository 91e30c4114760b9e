namespace Checkpoint.Edge.Carrying;

/// <summary>Where on this box lies what is carried by hand.</summary>
/// <param name="Journal">The journal's file.</param>
sealed record CarryPlaces(string Journal)
{
    /// <summary>The box's own private key.</summary>
    public string Key => Path.Combine(Folder, "box.key.pem");

    /// <summary>What <c>carry in</c> has brought and the gate has not taken yet.</summary>
    public string Incoming => Path.Combine(Folder, "carry", "incoming");

    /// <summary>How far the hub has the journals that were moved aside.</summary>
    public string Receipts => Path.Combine(Folder, "carry", "receipts.json");

    string Folder => Path.GetDirectoryName(Path.GetFullPath(Journal))!;
}
