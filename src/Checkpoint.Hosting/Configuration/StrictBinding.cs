using Microsoft.Extensions.Configuration;

namespace Checkpoint.Hosting.Configuration;

/// <summary>
/// Fills options classes from configuration and refuses what it does not know: a mistyped key must not silently leave a default in
/// force. First every section is read, then <see cref="Check"/> says whether the program may start.
/// </summary>
/// <remarks>
/// An options class is plain, with settable or init-only properties of text, numbers, booleans, <see cref="TimeSpan"/>,
/// <see cref="DateOnly"/>, <see cref="Uri"/>, enums, string lists (as <c>string[]</c>, <see cref="IReadOnlyList{T}"/> or
/// <see cref="IEnumerable{T}"/>), classes of the same make, and an <see cref="IReadOnlyList{T}"/> of such. Names are compared without regard to case.
/// </remarks>
public sealed class StrictBinding(IConfiguration configuration)
{
    readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> problems = [];

    /// <summary>Reads one section. The result may be used only after <see cref="Check"/>.</summary>
    /// <typeparam name="T">The options class.</typeparam>
    /// <param name="name">The section's name, such as <c>Mqtt</c>; it may be missing, and then the defaults count.</param>
    public T Section<T>(string name)
        where T : class, new()
    {
        known.Add(name);
        var options = new T();
        var wrong = problems.Count;
        Fill(options, configuration.GetSection(name));

        // With a value that could not be read, a check of what is in its place would say the same twice.
        if (problems.Count == wrong)
            problems.AddRange(OptionsCheck.Problems(options, name, key => Origin.Of(configuration, key)));
        return options;
    }

    /// <summary>Lets sections pass that somebody else reads, such as <c>Logging</c>.</summary>
    public StrictBinding Allow(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            known.Add(name);
        return this;
    }

    /// <summary>Refuses to go on if anything was wrong.</summary>
    /// <exception cref="ConfigurationException">With every problem found in every section.</exception>
    public void Check()
    {
        var unknown = configuration.GetChildren()
            .Where(s => !known.Contains(s.Key))
            .Select(s => Unknown(s, known.Order(StringComparer.Ordinal)));
        List<string> all = [.. problems, .. unknown];
        if (all.Count > 0)
            throw new ConfigurationException(all);
    }

    void Fill(object options, IConfigurationSection section)
    {
        var properties = OptionProperty.Of(options.GetType())
            .ToDictionary(p => p.Property.Name, StringComparer.OrdinalIgnoreCase);
        if (!string.IsNullOrEmpty(section.Value))
            Refuse(section, SecretAttribute.Mask, "a group of keys");

        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property))
                Set(options, property, child);
            else
                problems.Add(Unknown(child, properties.Keys));
        }
    }

    void Set(object options, OptionProperty property, IConfigurationSection section)
    {
        var type = property.Property.PropertyType;
        if (ScalarText.Covers(type))
            SetScalar(options, property, section);
        else if (property.IsList)
            SetList(options, property, section);
        else if (property.GroupsOf is { } element)
            SetGroups(options, property, element, section);
        else
            Fill(Group(options, property), section);
    }

    void SetScalar(object options, OptionProperty property, IConfigurationSection section)
    {
        var type = property.Property.PropertyType;
        if (section.GetChildren().Any())
            Refuse(section, "a group of keys", ScalarText.Expected(type)!);
        else if (section.Value is { } text && !ScalarText.TryRead(text, type, out var value))
            Refuse(section, property.Show(text), ScalarText.Expected(type)!);
        else if (section.Value is { } good && ScalarText.TryRead(good, type, out value))
            property.Property.SetValue(options, value);
    }

    void SetList(object options, OptionProperty property, IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        if (!string.IsNullOrEmpty(section.Value))
            Refuse(section, property.Show(section.Value), "a list");
        else if (children.Find(c => c.Value is null) is { } group)
            Refuse(group, "a group of keys", "text");
        else
            property.Property.SetValue(options, children.Select(c => c.Value!).ToArray());
    }

    void SetGroups(object options, OptionProperty property, Type element, IConfigurationSection section)
    {
        if (!string.IsNullOrEmpty(section.Value))
            Refuse(section, property.Show(section.Value), "a list of groups of keys");
        var children = section.GetChildren().ToList();
        var groups = Array.CreateInstance(element, children.Count);
        for (var i = 0; i < children.Count; i++)
        {
            var group = Activator.CreateInstance(element)!;
            Fill(group, children[i]);
            groups.SetValue(group, i);
        }

        property.Property.SetValue(options, groups);
    }

    static object Group(object options, OptionProperty property)
    {
        var group = property.Property.GetValue(options) ?? Activator.CreateInstance(property.Property.PropertyType)!;
        property.Property.SetValue(options, group);
        return group;
    }

    string Unknown(IConfigurationSection section, IEnumerable<string> expected) =>
        $"{section.Path} is unknown{Origin.Of(configuration, section.Path)}: expected one of {string.Join(", ", expected)}";

    void Refuse(IConfigurationSection section, string shown, string expected) =>
        problems.Add($"{section.Path} = {shown}: expected {expected}{Origin.Of(configuration, section.Path)}");
}
