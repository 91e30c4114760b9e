namespace Checkpoint.Passes.Identity;

/// <summary>
/// The mainland ID number that a code carries. It is sealed or masked, never written; its text form says nothing, so that it cannot reach a log by accident.
/// </summary>
/// <param name="Value">18 characters, right by its own check; <c>X</c> in upper case.</param>
public sealed record CarriedNumber(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => "ID number";
}
