namespace Checkpoint.Testing.Binding;

/// <summary>Mistakes put around the machine, to prove that a wrong binding is found.</summary>
public enum BindingBug
{
    /// <summary>None.</summary>
    None,

    /// <summary>The machine is told of nobody who comes or goes while somebody is checked.</summary>
    EdgesIgnored,

    /// <summary>Whoever comes takes over the face of the one before.</summary>
    FaceKept,

    /// <summary>A code counts from the moment at which it is told, and not from that at which it was seen.</summary>
    SightTimeLost,
}
