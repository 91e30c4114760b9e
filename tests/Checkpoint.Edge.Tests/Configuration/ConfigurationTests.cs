using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Checkpoint.Edge.Golden;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Configuration;

[Collection(nameof(EnvironmentOfTheProcess))]
public sealed class ConfigurationTests : IDisposable
{
    const string Prefix = "CHECKPOINT_EDGE__";

    readonly TempFolder folder = new();

    /// <summary>Key, its lowest and highest value, and one just beyond each.</summary>
    public static TheoryData<string, string, string, string, string> Ranges => new()
    {
        { "Journal:KeepDays", "8", "400", "7", "401" },
        { "Mqtt:SessionExpiry", "00:01:00", "7.00:00:00", "00:00:59", "7.00:00:01" },
        { "Policy:Version", "1", "2147483647", "0", "2147483648" },
        { "Policy:RecheckFrom", "35", "42", "34.99", "42.01" },
        { "Policy:MaxAttempts", "2", "5", "1", "6" },
        { "Policy:Samples", "3", "64", "2", "65" },
        { "Policy:MaxSpread", "0.01", "2", "0.009", "2.01" },
        { "Policy:ForCode", "00:00:01", "00:05:00", "00:00:00.9", "00:05:00.1" },
        { "Policy:ForColour", "00:00:01", "00:05:00", "00:00:00.9", "00:05:00.1" },
        { "Policy:ForTemperature", "00:00:01", "00:05:00", "00:00:00.9", "00:05:00.1" },
        { "Policy:BeforeRecheck", "00:00:00", "00:05:00", "-00:00:00.1", "00:05:00.1" },
        { "Policy:ShowVerdict", "00:00:01", "00:01:00", "00:00:00.9", "00:01:00.1" },
        { "Policy:ForOccupant", "00:00:10", "00:15:00", "00:00:09.9", "00:15:00.1" },
        { "Policy:ReadAgain", "00:00:00", "00:10:00", "-00:00:00.1", "00:10:00.1" },
        { "Devices:Thermometer:Address", "0", "119", "-1", "120" },
        { "Devices:Thermometer:FieldOfView", "1", "120", "0.9", "120.1" },
        { "Devices:Thermometer:Emissivity", "0.9", "1", "0.89", "1.01" },
        { "Devices:Air:Address", "0", "119", "-1", "120" },
        { "Devices:Distance:Address", "0", "119", "-1", "120" },
        { "Devices:Distance:Offset", "-50", "50", "-51", "51" },
        { "Devices:Speaker:Volume", "0", "100", "-1", "101" },
        { "Devices:Speaker:WordsPerMinute", "80", "300", "79", "301" },
        { "Announcements:QuietFrom", "00:00:00", "23:59:59", "-00:00:01", "1.00:00:00" },
        { "Announcements:QuietUntil", "00:00:00", "23:59:59", "-00:00:01", "1.00:00:00" },
        { "Devices:Simulation:Air", "-20", "45", "-20.1", "45.1" },
        { "Devices:Simulation:Passages", "0", "1000000", "-1", "1000001" },
        { "Devices:Simulation:Speed", "1", "100", "0", "101" },
        { "Devices:Simulation:RandomSeed", "0", "1000000", "-1", "1000001" },
        { "Device:Id", "a", "abcdefghijklmnopqrstuvwxyz-12345", "", "abcdefghijklmnopqrstuvwxyz-123456" },
        { "Web:Listen", "http://127.0.0.1:0", "http://127.0.0.1:65535", "http://127.0.0.1:-1", "http://127.0.0.1:65536" },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Each_key_takes_its_limits_and_nothing_beyond(string key, string lowest, string highest, string below, string above)
    {
        Should.NotThrow(() => LoadJson(key, lowest));
        Should.NotThrow(() => LoadJson(key, highest));

        Should.Throw<ConfigurationException>(() => LoadJson(key, below)).Problems.ShouldHaveSingleItem().ShouldStartWith(key);
        var problem = Should.Throw<ConfigurationException>(() => LoadJson(key, above)).Problems.ShouldHaveSingleItem();
        problem.ShouldStartWith($"{key} = ");
        problem.ShouldContain(": expected ");
        problem.ShouldEndWith("(from 10-test.json)");
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void The_environment_is_held_to_the_same_limits(string key, string lowest, string highest, string below, string above)
    {
        Should.NotThrow(() => LoadEnvironment(key, lowest));
        Should.NotThrow(() => LoadEnvironment(key, highest));

        Should.Throw<ConfigurationException>(() => LoadEnvironment(key, below));
        Should.Throw<ConfigurationException>(() => LoadEnvironment(key, above)).Problems.ShouldHaveSingleItem()
            .ShouldEndWith("(from the environment)");
    }

    [Fact]
    public void Every_key_with_a_range_is_tested_at_its_limits()
    {
        var tested = Ranges.Select(row => row.Data.Item1).ToHashSet(StringComparer.Ordinal);

        Keys().Where(key => key.Property.IsDefined(typeof(RangeAttribute))).Select(key => key.Name).ShouldBeSubsetOf(tested, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Mqtt:Broker", "http://127.0.0.1")]
    [InlineData("Mqtt:Broker", "mqtt://")]
    [InlineData("Device:Id", "Gate-1")]
    [InlineData("Device:Id", "-gate")]
    [InlineData("Web:Listen", "https://127.0.0.1:8081")]
    [InlineData("Web:Listen", "http://127.0.0.1")]
    [InlineData("Web:Listen", "127.0.0.1:8081")]
    [InlineData("Policy:MeasureOnExit", "perhaps")]
    [InlineData("Policy:ForCode", "30")]
    [InlineData("Policy:RecheckFrom", "NaN")]
    [InlineData("Devices:Simulation:Pace", "1")]
    [InlineData("Devices:Mode", "imagined")]
    [InlineData("Devices:Scanners:0:Kind", "barcode")]
    [InlineData("Devices:Camera:Width", "5000")]
    [InlineData("Devices:Gpio:Indicator:Green:Line", "512")]
    [InlineData("Devices:Speaker:Kind", "bluetooth")]
    [InlineData("Devices:Speaker:Device", "a b")]
    public void A_value_that_is_none_is_refused(string key, string value) =>
        Should.Throw<ConfigurationException>(() => LoadJson(key, value)).Problems.ShouldHaveSingleItem().ShouldStartWith(key);

    [Fact]
    public void A_brokers_password_is_never_shown() =>
        Should.Throw<ConfigurationException>(() => LoadJson("Mqtt:Broker", "mqtt://gate:secret@host:port"))
            .Message.ShouldNotContain("secret");

    [Theory]
    [InlineData("Policy:RecheckForm")]
    [InlineData("Polizei:Version")]
    [InlineData("Devices:Simulation:Passage")]
    public void A_key_that_nobody_knows_is_refused(string key) =>
        Should.Throw<ConfigurationException>(() => LoadJson(key, "1")).Problems.ShouldHaveSingleItem().ShouldContain("is unknown");

    [Fact]
    public void What_has_no_default_must_be_given()
    {
        var problems = Should.Throw<ConfigurationException>(() => EdgeConfiguration.Load(folder.Path)).Problems;

        problems.Select(problem => problem.Split(' ')[0]).ShouldBe(["Device:Id", "Passes:Root", "Devices:Simulation:Seeds"]);
    }

    [Fact]
    public void Keys_defaults_and_ranges_are_as_approved() =>
        Keys().Select(key => key.ToString()).ShouldBeApproved("configuration.txt");

    static IEnumerable<Key> Keys() => typeof(EdgeConfiguration).GetProperties()
        .Where(section => !string.Equals(section.Name, "EqualityContract", StringComparison.Ordinal))
        .SelectMany(section => Keys(section.Name, Activator.CreateInstance(section.PropertyType)!));

    static IEnumerable<Key> Keys(string name, object options) => options.GetType().GetProperties().SelectMany(property =>
        property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)
            ? Keys($"{name}:{property.Name}", property.GetValue(options) ?? Activator.CreateInstance(property.PropertyType)!)
            : [new($"{name}:{property.Name}", property, Shown(property.GetValue(options)))]);

    static object? Shown(object? value) => value is IReadOnlyList<object> list ? $"a list of {list.Count}" : value;

    EdgeConfiguration LoadJson(string key, string value)
    {
        WriteNeeded();
        var parts = key.Split(':');
        var json = parts.Reverse().Aggregate(JsonSerializer.Serialize(value), (inner, name) => $"{{\"{name}\":{inner}}}");
        File.WriteAllText(folder["10-test.json"], json);
        return EdgeConfiguration.Load(folder.Path);
    }

    EdgeConfiguration LoadEnvironment(string key, string value)
    {
        WriteNeeded();
        var variable = Prefix + key.Replace(":", "__", StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return EdgeConfiguration.Load(folder.Path);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    void WriteNeeded() => File.WriteAllText(
        folder["00-needed.json"], """{"Device":{"Id":"gate-1"},"Passes": { "Root":"keys"},"Devices":{"Simulation":{"Seeds":"seeds"}}}""");

    sealed record Key(string Name, PropertyInfo Property, object? Default)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Name} = {Default ?? "(no default)"}{Range()}");

        string Range() => Property.GetCustomAttribute<RangeAttribute>() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"; {range.Minimum} to {range.Maximum}")
            : "";
    }
}
