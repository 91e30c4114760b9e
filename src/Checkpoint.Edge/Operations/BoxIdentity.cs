namespace Checkpoint.Edge.Operations;

/// <summary>What the running program is.</summary>
/// <param name="Program">Name and version.</param>
/// <param name="Policy">Version of the rules in force.</param>
/// <param name="Decoder">What reads the codes.</param>
sealed record BoxIdentity(string Program, int Policy, string Decoder);
