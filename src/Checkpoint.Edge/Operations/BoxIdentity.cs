using Checkpoint.Journaling;

namespace Checkpoint.Edge.Operations;

/// <summary>What the running box is.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Policy">Version of the rules in force.</param>
sealed record BoxIdentity(DeviceId Device, string Program, int Policy);
