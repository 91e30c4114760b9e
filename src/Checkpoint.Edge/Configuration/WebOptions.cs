using System.ComponentModel.DataAnnotations;
using System.Net;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Web</c>: where the box answers on its own network.</summary>
sealed class WebOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Web";

    /// <summary>
    /// Address and port, <c>http://ADDRESS:PORT</c> with an IP address; port 0 … 65535, where 0 takes a free one. Default
    /// http://127.0.0.1:8081.
    /// </summary>
    [Required]
    [ListenAddress]
    public string Listen { get; set; } = "http://127.0.0.1:8081";

    /// <summary>The address as the web server takes it, once <see cref="Listen"/> has been checked.</summary>
    public IPEndPoint ToEndpoint() => ListenAddressAttribute.EndpointOf(Listen)!;
}
