namespace Checkpoint.Hosting.Configuration;

/// <summary>Marks a property whose value is never shown, such as a password or a URL with one in it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute
{
    /// <summary>What is shown instead.</summary>
    public const string Mask = "***";
}
