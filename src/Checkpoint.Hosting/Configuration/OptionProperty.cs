using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Checkpoint.Hosting.Configuration;

/// <summary>One settable property of an options class.</summary>
readonly record struct OptionProperty(PropertyInfo Property)
{
    /// <summary>The properties that configuration can set, init-only ones included.</summary>
    public static IEnumerable<OptionProperty> Of(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
            .Select(p => new OptionProperty(p));

    /// <summary>Whether it is a list of strings.</summary>
    public bool IsList => Property.PropertyType.IsAssignableFrom(typeof(string[])) && Property.PropertyType != typeof(object);

    /// <summary>What its elements are, if it is a list of groups of keys; otherwise null.</summary>
    public Type? GroupsOf => Property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && !ScalarText.Covers(type.GenericTypeArguments[0]) ? type.GenericTypeArguments[0] : null;

    bool IsSecret => Property.IsDefined(typeof(SecretAttribute));

    /// <summary>A value for messages.</summary>
    public string Show(object? value) => value switch
    {
        _ when IsSecret => SecretAttribute.Mask,
        null => "nothing",
        string text => text,
        ICollection list => $"{list.Count} values",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
