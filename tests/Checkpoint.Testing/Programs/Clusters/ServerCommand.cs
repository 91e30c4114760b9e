namespace Checkpoint.Testing.Programs.Clusters;

/// <summary>How a node of a foreign broker is started.</summary>
/// <param name="Command">Program and arguments.</param>
/// <param name="Port">Where it speaks MQTT, or whatever tells that it is up.</param>
/// <param name="LogFile">Where its output goes.</param>
sealed record ServerCommand(IReadOnlyList<string> Command, int Port, string LogFile)
{
    /// <summary>Further environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Further arguments of its very first start, with which it joins the others.</summary>
    public IReadOnlyList<string> AtFirst { get; init; } = [];
}
