namespace Checkpoint.Testing.Binding;

/// <summary>Whose face stands beside a code in a record.</summary>
enum BindingFinding
{
    /// <summary>The face of the code's owner.</summary>
    Right,

    /// <summary>As recorded that of the code's owner, but a sample of the other's was among those that it was made of.</summary>
    Tainted,

    /// <summary>The other's, or something between the two.</summary>
    Wrong,
}
