using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Checkpoint.Hosting.Configuration;

/// <summary>Where a value came from, for messages.</summary>
static class Origin
{
    /// <summary><c> (from 10-site.json)</c>, or nothing when it is not known.</summary>
    public static string Of(IConfiguration configuration, string key)
    {
        var provider = (configuration as IConfigurationRoot)?.Providers.LastOrDefault(p => Has(p, key));
        return provider switch
        {
            JsonConfigurationProvider json => $" (from {json.Source.Path})",
            EnvironmentVariablesConfigurationProvider => " (from the environment)",
            _ => "",
        };
    }

    static bool Has(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
