using Microsoft.Extensions.Configuration;

namespace Checkpoint.Hosting.Configuration;

/// <summary>
/// Reads a program's configuration: every <c>*.json</c> of a folder in ordinal order of its names, then the environment. What comes
/// later wins.
/// </summary>
public static class ConfigurationFolder
{
    /// <summary>Reads it once; later changes take a restart.</summary>
    /// <param name="folder">A folder such as <c>/etc/checkpoint/edge.d</c>; it must exist, and may be empty.</param>
    /// <param name="environmentPrefix">
    /// What the names of its variables begin with, such as <c>CHECKPOINT_EDGE__</c>; <c>CHECKPOINT_EDGE__Mqtt__Broker</c> is then
    /// <c>Mqtt:Broker</c>.
    /// </param>
    /// <exception cref="ConfigurationException">The folder is not there, or a file is not JSON.</exception>
    public static IConfigurationRoot Load(string folder, string environmentPrefix)
    {
        if (!Directory.Exists(folder))
            throw new ConfigurationException($"{folder}: no such folder.");

        var builder = new ConfigurationBuilder().SetBasePath(Path.GetFullPath(folder));
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            builder.AddJsonFile(Path.GetFileName(file), optional: false, reloadOnChange: false);
        try
        {
            return builder.AddEnvironmentVariables(environmentPrefix).Build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var cause = e.InnerException is { } inner ? $" {inner.GetBaseException().Message}" : "";
            throw new ConfigurationException($"{e.Message}{cause}", e);
        }
    }
}
