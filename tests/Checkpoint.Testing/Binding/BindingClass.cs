namespace Checkpoint.Testing.Binding;

/// <summary>How far what the gate is told of two people is true.</summary>
public enum BindingClass
{
    /// <summary>Whenever another person is before camera and thermometer, an edge of the presence sensor says so before anything of theirs is seen.</summary>
    EdgesTrue,

    /// <summary>Edges are true, and a code is told up to 400 ms after it was seen, with the time at which it was: its owner may have gone.</summary>
    CodesLate,

    /// <summary>Every edge comes up to 800 ms late: the next person is seen before it.</summary>
    EdgesLate,

    /// <summary>Three edges of ten never come.</summary>
    EdgesMissing,

    /// <summary>No presence sensor is there at all.</summary>
    NoEdges,

    /// <summary>Edges are true, but now and then one shows the other's code: handed over, or held over a shoulder by somebody whom no sensor sees.</summary>
    CodesLent,
}
