using System.Globalization;
using Checkpoint.Testing;

namespace Checkpoint.Hosting.Configuration;

public sealed class ConfigurationTests : IDisposable
{
    const string Good = """{ "Mqtt": { "Broker": "mqtt://gate:secret@hub" } }""";

    readonly TempFolder folder = new();
    readonly string prefix = $"CHECKPOINT_TEST_{Guid.NewGuid():N}__";

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_not_written_keeps_its_default()
    {
        var options = Bind(Good);

        options.Broker.ShouldBe("mqtt://gate:secret@hub");
        options.Window.ShouldBe(50);
        options.Sources.ShouldBe(["camera"]);
        options.Camera.FramesPerSecond.ShouldBe(15);
    }

    [Fact]
    public void Every_kind_of_value_is_read()
    {
        var options = Bind("""
            { "mqtt": { "broker": "mqtt://hub", "Window": 7, "KeepAlive": "00:01:00", "Threshold": -1.5, "Language": "en", "Beep": false,
              "Weekday": "sunday", "Limit": 3, "Sources": ["serial", "hid"], "Camera": { "FramesPerSecond": 30 } } }
            """);

        options.Window.ShouldBe(7);
        options.KeepAlive.ShouldBe(TimeSpan.FromMinutes(1));
        options.Threshold.ShouldBe(-1.5);
        options.Language.ShouldBe("en");
        options.Beep.ShouldBeFalse();
        options.Weekday.ShouldBe(DayOfWeek.Sunday);
        options.Limit.ShouldBe(3);
        options.Sources.ShouldBe(["serial", "hid"]);
        options.Camera.FramesPerSecond.ShouldBe(30);
    }

    [Fact]
    public void A_list_of_groups_is_read_group_by_group()
    {
        var options = Bind("""{ "Mqtt": { "Broker": "mqtt://hub", "Spares": [{ "FramesPerSecond": 5 }, { }] } }""");

        options.Spares.Select(spare => spare.FramesPerSecond).ShouldBe([5, 15]);
    }

    [Theory]
    [InlineData("""{ "Spares": [{ "Frames": 5 }] }""", "Mqtt:Spares:0:Frames is unknown")]
    [InlineData("""{ "Spares": "two" }""", "Mqtt:Spares = two: expected a list")]
    [InlineData("""{ "Spares": ["one"] }""", "Mqtt:Spares:0 = ***: expected a group of keys")]
    public void What_is_no_list_of_groups_is_refused(string json, string problem)
    {
        var error = Should.Throw<ConfigurationException>(() => Bind($"{{ \"Mqtt\": {json[..^1]}, \"Broker\": \"mqtt://hub\" }} }}"));

        error.Problems.ShouldContain(line => line.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void What_keys_must_be_to_each_other_is_said_by_their_group() =>
        Should.Throw<ConfigurationException>(() => Bind("""{ "Mqtt": { "Broker": "mqtt://hub", "Spares": [{ "FramesPerSecond": 60 }] } }"""))
            .Problems.ShouldBe(["Mqtt:Spares has a faster camera than Mqtt:Camera; expected at most as fast"]);

    [Fact]
    public void Files_count_in_the_order_of_their_names_and_the_environment_last()
    {
        Write("20-site.json", """{ "Mqtt": { "Window": 20, "Language": "en" } }""");
        Write("10-base.json", """{ "Mqtt": { "Broker": "mqtt://hub", "Window": 10, "Threshold": 37.0 } }""");
        Environment.SetEnvironmentVariable(prefix + "Mqtt__Language", "zh");
        Environment.SetEnvironmentVariable(prefix + "Mqtt__Camera__FramesPerSecond", "5");

        var options = Bind();

        options.Threshold.ShouldBe(37.0);
        options.Window.ShouldBe(20);
        options.Language.ShouldBe("zh");
        options.Camera.FramesPerSecond.ShouldBe(5);
    }

    [Theory]
    [InlineData("Window", "1", null)]
    [InlineData("Window", "0", "Mqtt:Window = 0: expected 1 to 1000 (from the environment)")]
    [InlineData("Window", "1000", null)]
    [InlineData("Window", "1001", "Mqtt:Window = 1001: expected 1 to 1000 (from the environment)")]
    [InlineData("KeepAlive", "00:00:05", null)]
    [InlineData("KeepAlive", "00:00:04", "Mqtt:KeepAlive = 00:00:04: expected 00:00:05 to 01:00:00 (from the environment)")]
    [InlineData("KeepAlive", "01:00:00", null)]
    [InlineData("KeepAlive", "01:00:01", "Mqtt:KeepAlive = 01:00:01: expected 00:00:05 to 01:00:00 (from the environment)")]
    [InlineData("Threshold", "-70", null)]
    [InlineData("Threshold", "-70.1", "Mqtt:Threshold = -70.1: expected -70 to 380 (from the environment)")]
    [InlineData("Language", "fr", "Mqtt:Language = fr: expected one of zh, en (from the environment)")]
    [InlineData("Camera__FramesPerSecond", "61", "Mqtt:Camera:FramesPerSecond = 61: expected 1 to 60 (from the environment)")]
    [InlineData("Sources__0", "Not Small", "Mqtt:Sources:0 = Not Small: expected to match [a-z]+ (from the environment)")]
    [InlineData("Sources__3", "d", null)]
    [InlineData("Broker", "http://secret", "Mqtt:Broker = ***: expected to match mqtt://.+ (from the environment)")]
    public void Both_sides_of_a_limit(string key, string value, string? problem) => Problems(key, value).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData("Window", "many", "Mqtt:Window = many: expected a whole number (from the environment)")]
    [InlineData("Window", "1.5", "Mqtt:Window = 1.5: expected a whole number (from the environment)")]
    [InlineData("Window", "99999999999", "Mqtt:Window = 99999999999: expected a whole number (from the environment)")]
    [InlineData("Window", "", "Mqtt:Window = : expected a whole number (from the environment)")]
    [InlineData("Window__Size", "1", "Mqtt:Window = a group of keys: expected a whole number (from the environment)")]
    [InlineData("KeepAlive", "30", "Mqtt:KeepAlive = 30: expected a time as [d.]hh:mm:ss (from the environment)")]
    [InlineData("Threshold", "NaN", "Mqtt:Threshold = NaN: expected a number (from the environment)")]
    [InlineData("Beep", "yes", "Mqtt:Beep = yes: expected true or false (from the environment)")]
    [InlineData("Limit", "x", "Mqtt:Limit = x: expected a whole number (from the environment)")]
    [InlineData("Sources", "camera", "Mqtt:Sources = camera: expected a list (from the environment)")]
    [InlineData("Camera", "on", "Mqtt:Camera = ***: expected a group of keys (from the environment)")]
    [InlineData("Camera__Fps", "1", "Mqtt:Camera:Fps is unknown (from the environment): expected one of FramesPerSecond")]
    public void The_wrong_kind_of_value(string key, string value, string problem) => Problems(key, value).ShouldBe([problem]);

    [Fact]
    public void An_enum_is_told_by_name()
    {
        Problems("Weekday", "1").Single().ShouldContain("expected one of Sunday, Monday");
        Problems("Weekday", "Someday").Single().ShouldContain("expected one of Sunday, Monday");
    }

    [Fact]
    public void A_list_that_is_too_long()
    {
        Write("1.json", """{ "Mqtt": { "Broker": "mqtt://hub", "Sources": ["a", "b", "c", "d"] } }""");

        Should.Throw<ConfigurationException>(Bind).Problems.ShouldBe(["Mqtt:Sources = 4 values: expected 0 to 3 of them (from 1.json)"]);
    }

    [Fact]
    public void An_empty_list_is_a_list() =>
        Bind("""{ "Mqtt": { "Broker": "mqtt://hub", "Sources": [] } }""").Sources.ShouldBeEmpty();

    [Fact]
    public void All_problems_come_at_once()
    {
        Write("1.json", """{ "Mqtt": { "Window": 0, "Windw": 3 }, "Mqtz": { "Broker": "mqtt://hub" }, "Logging": { "Any": 1 } }""");
        Write("2.json", """{ "Other": { "FramesPerSecond": 0 } }""");
        var binding = new StrictBinding(ConfigurationFolder.Load(folder.Path, prefix)).Allow("Logging");
        binding.Section<SampleOptions>("Mqtt");
        binding.Section<SampleGroup>("Other");

        var error = Should.Throw<ConfigurationException>(binding.Check);

        error.Problems.Count.ShouldBe(3);
        error.Problems[0].ShouldStartWith("Mqtt:Windw is unknown (from 1.json): expected one of Broker, Window");
        error.Problems[1].ShouldBe("Other:FramesPerSecond = 0: expected 1 to 60 (from 2.json)");
        error.Problems[2].ShouldBe("Mqtz is unknown (from 1.json): expected one of Logging, Mqtt, Other");
        error.Message.ShouldBe(string.Join(Environment.NewLine, error.Problems));
    }

    [Fact]
    public void A_value_without_a_default_must_be_there() =>
        Should.Throw<ConfigurationException>(Bind).Problems.ShouldBe(["Mqtt:Broker is missing: expected text"]);

    [Fact]
    public void A_file_that_is_not_json_is_named()
    {
        Write("1.json", """{ "Mqtt": """);

        Should.Throw<ConfigurationException>(Bind).Message.ShouldContain("1.json");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Should.Throw<ConfigurationException>(() => ConfigurationFolder.Load(folder["none"], prefix)).Message.ShouldContain("none");

    [Fact]
    public void Options_made_by_hand_can_be_checked_too() =>
        OptionsCheck.Problems(new SampleGroup { FramesPerSecond = 0 }, "Camera").ShouldBe(["Camera:FramesPerSecond = 0: expected 1 to 60"]);

    SampleOptions Bind(string json)
    {
        Write("1.json", json);
        return Bind();
    }

    SampleOptions Bind()
    {
        var binding = new StrictBinding(ConfigurationFolder.Load(folder.Path, prefix));
        var options = binding.Section<SampleOptions>("Mqtt");
        binding.Check();
        return options;
    }

    IReadOnlyList<string> Problems(string key, string value)
    {
        Write("1.json", Good);
        Environment.SetEnvironmentVariable(string.Create(CultureInfo.InvariantCulture, $"{prefix}Mqtt__{key}"), value);
        try
        {
            Bind();
            return [];
        }
        catch (ConfigurationException e)
        {
            return e.Problems;
        }
    }

    void Write(string name, string json) => File.WriteAllText(folder[name], json);
}
