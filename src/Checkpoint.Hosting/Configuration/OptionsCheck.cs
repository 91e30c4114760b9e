using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Checkpoint.Hosting.Configuration;

/// <summary>
/// Checks the data annotations of an options object and of the groups in it, and what each group says of itself
/// (<see cref="IValidatableObject"/>), and says what was expected: <c>Mqtt:Window = 5000: expected 1 to 1000</c>.
/// </summary>
public static class OptionsCheck
{
    /// <summary>Every problem, one line each; none when all is well.</summary>
    /// <param name="options">A plain object; lists have the annotations of text checked on every element.</param>
    /// <param name="key">What its keys begin with, such as <c>Mqtt</c>.</param>
    public static IReadOnlyList<string> Problems(object options, string key) => Problems(options, key, _ => "");

    internal static IReadOnlyList<string> Problems(object options, string key, Func<string, string> origin) =>
        [
            .. OptionProperty.Of(options.GetType())
                .SelectMany(p => Problems(p, p.Property.GetValue(options), $"{key}:{p.Property.Name}", origin)),
            .. Together(options),
        ];

    // What keys must be to each other, which the class itself knows; it names them itself.
    static IEnumerable<string> Together(object options) => options is IValidatableObject group
        ? group.Validate(new(options)).Select(problem => problem.ErrorMessage!.TrimEnd('.'))
        : [];

    static IEnumerable<string> Problems(OptionProperty option, object? value, string key, Func<string, string> origin)
    {
        if (value is IReadOnlyList<string> list)
        {
            var elements = list.SelectMany(
                (e, i) => Wrong(option, e, string.Create(CultureInfo.InvariantCulture, $"{key}:{i}"), origin, IsOfText));
            return Wrong(option, value, key, origin, a => !IsOfText(a)).Concat(elements);
        }

        if (option.GroupsOf is not null)
            return Wrong(option, value, key, origin, _ => true); // the class that holds them checks them one by one

        var own = Wrong(option, value, key, origin, _ => true);
        return value is null || ScalarText.Covers(value.GetType()) ? own : own.Concat(Problems(value, key, origin));
    }

    static IEnumerable<string> Wrong(
        OptionProperty option, object? value, string key, Func<string, string> origin, Func<ValidationAttribute, bool> counts) =>
        option.Property.GetCustomAttributes<ValidationAttribute>()
            .Where(a => counts(a) && !a.IsValid(value))
            .Select(a => a is RequiredAttribute
                ? $"{key} is missing: expected {ScalarText.Expected(option.Property.PropertyType) ?? "a value"}"
                : $"{key} = {option.Show(value)}: expected {Expected(a, key)}{origin(key)}");

    static bool IsOfText(ValidationAttribute attribute) =>
        attribute is RegularExpressionAttribute or AllowedValuesAttribute or StringLengthAttribute;

    static string Expected(ValidationAttribute attribute, string key) => attribute switch
    {
        RangeAttribute r => string.Create(
            CultureInfo.InvariantCulture,
            $"{(r.MinimumIsExclusive ? "above " : "")}{r.Minimum} to {(r.MaximumIsExclusive ? "below " : "")}{r.Maximum}"),
        RegularExpressionAttribute r => $"to match {r.Pattern}",
        AllowedValuesAttribute a => $"one of {string.Join(", ", a.Values)}",
        StringLengthAttribute s => string.Create(CultureInfo.InvariantCulture, $"{s.MinimumLength} to {s.MaximumLength} characters"),
        LengthAttribute l => string.Create(CultureInfo.InvariantCulture, $"{l.MinimumLength} to {l.MaximumLength} of them"),
        MinLengthAttribute l => string.Create(CultureInfo.InvariantCulture, $"{l.Length} or more"),
        MaxLengthAttribute l => string.Create(CultureInfo.InvariantCulture, $"{l.Length} or fewer"),
        _ => attribute.FormatErrorMessage(key),
    };
}
