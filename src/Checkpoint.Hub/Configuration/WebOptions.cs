using System.ComponentModel.DataAnnotations;
using System.Net;
using Checkpoint.Hosting.Configuration;

namespace Checkpoint.Hub.Configuration;

/// <summary>Section <c>Web</c>: where the hub answers.</summary>
sealed class WebOptions
{
    /// <summary>
    /// Address and port, <c>http://ADDRESS:PORT</c> with an IP address; port 0 … 65535, where 0 takes a free one. There is no sign-in:
    /// keep it on loopback or behind a proxy that has one. Default http://127.0.0.1:8080.
    /// </summary>
    [Required, ListenAddress]
    public string Listen { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The address, or null if <see cref="Listen"/> is not one.</summary>
    public IPEndPoint? Endpoint => ListenAddressAttribute.EndpointOf(Listen);
}
