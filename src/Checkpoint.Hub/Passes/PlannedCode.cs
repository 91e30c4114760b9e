using Checkpoint.Passes;

namespace Checkpoint.Hub.Passes;

/// <summary>One code of a card before it is drawn.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Number">The pass, if it is one of ours.</param>
/// <param name="Expected">What it is to come to; null if no reader may read it.</param>
/// <param name="Caption">What stands beside it.</param>
/// <param name="Damage">Share of its codewords that is bleached.</param>
sealed record PlannedCode(string Text, PassNumber Number, CodeOutcome? Expected, string Caption, double Damage);
