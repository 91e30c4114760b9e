using Checkpoint.Scanning;

namespace Checkpoint.Passes.Cards;

/// <summary>One code of a self-test card.</summary>
/// <param name="Number">The number printed beside it, from 1.</param>
/// <param name="Fingerprint">Tells it from the others when it is read.</param>
/// <param name="Expected">What it is to come to; null if it is so damaged that no reader may read it.</param>
public sealed record CardCode(int Number, CodeFingerprint Fingerprint, CodeOutcome? Expected);
