namespace Checkpoint.Passages;

/// <summary>Which way somebody goes through the checkpoint (进/出). Values are stored and published: never renumber.</summary>
public enum Direction
{
    /// <summary>Into the village, compound or venue.</summary>
    Entry = 0,

    /// <summary>Out of it.</summary>
    Exit = 1,
}
