using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hub.Configuration;

/// <summary>The text names an address to listen on. An empty one is <see cref="RequiredAttribute"/>'s to refuse.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class ListenAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || WebOptions.EndpointOf(text) is not null;

    public override string FormatErrorMessage(string name) => "http://ADDRESS:PORT with an IP address, such as http://127.0.0.1:8080";
}
