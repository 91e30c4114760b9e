namespace Checkpoint.Testing.Chaos;

/// <summary>A part of a site that can fail by itself.</summary>
public enum SitePart
{
    /// <summary>A box, its disk, its clock and its cable.</summary>
    Box,

    /// <summary>The line of a box to the broker; after the boxes', the hub's.</summary>
    Line,

    /// <summary>The hub and its disk.</summary>
    Hub,

    /// <summary>The broker, or one node after another of a cluster: it keeps its majority.</summary>
    Broker,
}
