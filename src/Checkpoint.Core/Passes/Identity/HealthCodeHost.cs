namespace Checkpoint.Passes.Identity;

/// <summary>Where a province's health code lives.</summary>
/// <param name="Suffix">The host, or what it ends with after a dot.</param>
/// <param name="Province">Name of the province.</param>
/// <param name="English">The province in English.</param>
/// <param name="Name">What people call the code.</param>
sealed record HealthCodeHost(string Suffix, string Province, string English, string Name);
