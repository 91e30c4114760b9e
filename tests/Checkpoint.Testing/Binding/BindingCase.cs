using Checkpoint.Sensing.Screenings;

namespace Checkpoint.Testing.Binding;

/// <summary>One run: everything that happens in it follows from this.</summary>
/// <param name="Seed">Of what the two people do, and when.</param>
/// <param name="Class">How far the gate's sensors tell the truth.</param>
/// <param name="Sight">What its thermometer sees of a face.</param>
/// <param name="Bug">A mistake to put in.</param>
public readonly record struct BindingCase(ulong Seed, BindingClass Class, Sight Sight, BindingBug Bug = BindingBug.None);
