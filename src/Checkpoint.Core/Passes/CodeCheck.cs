namespace Checkpoint.Passes;

/// <summary>The first of the three steps (查码), done or skipped for a recorded reason.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Claims">What the pass says, as far as it could be read; only with <see cref="CodeOutcome.Valid"/> is it proven.</param>
public sealed record CodeCheck(CodeOutcome Outcome, PassClaims? Claims = null);
