using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>Requires <c>mqtt://[user[:password]@]host[:port]</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BrokerUrlAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || BrokerEndpoint.TryParse(value as string, out _);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "mqtt://[user[:password]@]host[:port]";
}
