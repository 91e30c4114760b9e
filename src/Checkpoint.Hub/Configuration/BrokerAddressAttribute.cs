using System.ComponentModel.DataAnnotations;
using Checkpoint.Hosting.Mqtt;

namespace Checkpoint.Hub.Configuration;

/// <summary>The text names a broker. An empty one is <see cref="RequiredAttribute"/>'s to refuse.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class BrokerAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || BrokerEndpoint.TryParse(text, out _);

    public override string FormatErrorMessage(string name) => "mqtt://[user[:password]@]host[:port]";
}
