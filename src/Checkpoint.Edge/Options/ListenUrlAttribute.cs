using System.ComponentModel.DataAnnotations;

namespace Checkpoint.Edge.Options;

/// <summary>Requires <c>http://host:port</c> with a port of 0 … 65535.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class ListenUrlAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null
        || (Uri.TryCreate(value as string, UriKind.Absolute, out var uri)
            && string.Equals(value as string, FormattableString.Invariant($"http://{uri.Host}:{uri.Port}"), StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "http://host:port with a port of 0 to 65535";
}
