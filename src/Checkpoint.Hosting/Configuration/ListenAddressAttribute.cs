using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Checkpoint.Hosting.Configuration;

/// <summary>
/// The text names an address to listen on: <c>http://ADDRESS:PORT</c> with an IP address and a port of 0 … 65535, where 0 takes a free
/// one. An empty text is <see cref="RequiredAttribute"/>'s to refuse.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListenAddressAttribute : ValidationAttribute
{
    /// <summary>The address that a text names, or null.</summary>
    public static IPEndPoint? EndpointOf(string? listen) =>
        Uri.TryCreate(listen, UriKind.Absolute, out var uri)
        && IPAddress.TryParse(uri.DnsSafeHost, out var address)
        && string.Equals(listen?.TrimEnd('/'), FormattableString.Invariant($"http://{uri.Host}:{uri.Port}"), StringComparison.Ordinal)
            ? new(address, uri.Port)
            : null;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || EndpointOf(text) is not null;

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "http://ADDRESS:PORT with an IP address, such as http://127.0.0.1:8080";
}
