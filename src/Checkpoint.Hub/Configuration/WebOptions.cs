using System.ComponentModel.DataAnnotations;
using System.Net;

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
    public IPEndPoint? Endpoint => EndpointOf(Listen);

    /// <summary>The address that a text names, or null.</summary>
    public static IPEndPoint? EndpointOf(string listen) =>
        Uri.TryCreate(listen, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", AbsolutePath: "/", Query: "" }
        && IPAddress.TryParse(uri.DnsSafeHost, out var address)
            ? new(address, uri.Port)
            : null;
}
