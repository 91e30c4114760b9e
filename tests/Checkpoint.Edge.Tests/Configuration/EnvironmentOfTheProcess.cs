namespace Checkpoint.Edge.Configuration;

/// <summary>Tests that set this process's environment: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(EnvironmentOfTheProcess), DisableParallelization = true)]
public sealed class EnvironmentOfTheProcess;
