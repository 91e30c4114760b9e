using System.Globalization;

namespace Checkpoint.Hosting.Configuration;

/// <summary>How the values of options are written: numbers with a point, times as <c>[d.]hh:mm:ss</c>, names of enums.</summary>
static class ScalarText
{
    /// <summary>Whether values of this type are one text; otherwise it is a list or a group.</summary>
    public static bool Covers(Type type) => Expected(Plain(type)) is not null;

    /// <summary>Reads a value.</summary>
    public static bool TryRead(string text, Type type, out object? value)
    {
        var plain = Plain(type);
        value = Read(text, plain);
        return value is not null;
    }

    /// <summary>What a value of the type looks like, for messages; null if the type is not covered.</summary>
    public static string? Expected(Type type) => Plain(type) switch
    {
        var t when t == typeof(string) => "text",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) || t == typeof(long) => "a whole number",
        var t when t == typeof(double) || t == typeof(decimal) => "a number",
        var t when t == typeof(TimeSpan) => "a time as [d.]hh:mm:ss",
        var t when t == typeof(DateOnly) => "a day as yyyy-MM-dd",
        var t when t == typeof(Uri) => "a URL",
        { IsEnum: true } t => $"one of {string.Join(", ", Enum.GetNames(t))}",
        _ => null,
    };

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static object? Read(string text, Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var b) ? b : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var i) ? i : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var l) ? l : null,
            _ when type == typeof(double) =>
                double.TryParse(text, NumberStyles.Float, culture, out var d) && double.IsFinite(d) ? d : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.Float, culture, out var m) ? m : null,

            // A bare number would be days: nobody who writes "30" means that.
            _ when type == typeof(TimeSpan) =>
                text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, culture, out var time) ? time : null,
            _ when type == typeof(DateOnly) =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? day : null,
            _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null,
            { IsEnum: true } => ReadName(text, type),
            _ => null,
        };
    }

    /// <summary>By name only: a number would do for any enum, known or not.</summary>
    static object? ReadName(string text, Type type) =>
        Array.Find(Enum.GetNames(type), n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse(type, name)
            : null;
}
