using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Hosting.Mqtt;

/// <summary>The text names a broker: <c>mqtt://[user[:password]@]host[:port]</c>. An empty one is <see cref="RequiredAttribute"/>'s to refuse.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BrokerUrlAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || BrokerEndpoint.TryParse(text, out _);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "mqtt://[user[:password]@]host[:port]";
}
