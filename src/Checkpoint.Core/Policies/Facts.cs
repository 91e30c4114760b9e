using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Sensing;

namespace Checkpoint.Policies;

/// <summary>Everything a decision may depend on. Same facts, same policy, same decision.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Code">The first step's result.</param>
/// <param name="Temperature">The second step's result.</param>
/// <param name="Attempt">Which measurement of this person it is, from 1.</param>
public sealed record Facts(Direction Direction, CodeCheck Code, TemperatureCheck Temperature, int Attempt);
