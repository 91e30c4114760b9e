using Checkpoint.Hosting.Configuration;
using Checkpoint.Signals.Announcing;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Configuration;

public sealed class AnnouncementOptionsTests : IDisposable
{
    const string Says = """{ "Voice": "zh-CN", "Text": "请大家少出门，勤洗手。" }""";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_written_is_what_is_announced()
    {
        var schedule = Load($$"""
            { "Says": [{{Says}}, { "Voice": "en", "File": "/etc/checkpoint/edge/voices/wash.wav" }], "At": ["18:00", "07:30"], "Days": ["monday", "Friday"] },
            { "Says": [{{Says}}], "Every": "00:30:00", "From": "22:45:00", "Until": "00:15:00" }
            """, "\"QuietFrom\": \"12:00\", \"QuietUntil\": \"14:30\"").Announcements.ToSchedule();

        schedule.Quiet.ShouldBe(new(new(12, 0), new(14, 30)));
        schedule.Items[0].Times.ShouldBe([new(7, 30), new(18, 0)]);
        schedule.Items[0].Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Friday], ignoreOrder: true);
        schedule.Items[0].What.Sayings[0].ShouldBeOfType<Saying.Written>().Text.ShouldBe("请大家少出门，勤洗手。");
        schedule.Items[0].What.Sayings[1].ShouldBeOfType<Saying.Recorded>().File.ShouldBe("/etc/checkpoint/edge/voices/wash.wav");
        schedule.Items[1].Times.ShouldBe([new(22, 45), new(23, 15), new(23, 45)]);
        schedule.Items[1].What.Number.ShouldBe(1);
        schedule.Items[1].Days.Count.ShouldBe(7);
    }

    [Fact]
    public void By_default_nothing_is_announced_and_the_night_is_quiet() =>
        new AnnouncementOptions().ToSchedule().ShouldSatisfyAllConditions(
            schedule => schedule.Items.ShouldBeEmpty(),
            schedule => schedule.Quiet.ShouldBe(new(new(21, 0), new(7, 0))));

    [Theory]
    [InlineData("""{ "At": ["08:00"] }""", "Announcements:Items:0:Says is \"0\"")]
    [InlineData($$"""{ "Says": [{{Says}}] }""", "Announcements:Items:0 is \"without At and Every\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "At": ["08:00"], "Every": "01:00:00" }""", "Announcements:Items:0 is \"with At and Every\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "At": ["8:00"] }""", "Announcements:Items:0:At:0 is \"8:00\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "At": ["24:00"] }""", "Announcements:Items:0:At:0 is \"24:00\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "At": ["08:00", "08:09"] }""", "Announcements:Items:0:At is \"00:09:00\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "At": ["23:55", "00:04"] }""", "Announcements:Items:0:At is \"00:09:00\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "Every": "00:09:59" }""", "Announcements:Items:0:Every is \"00:09:59\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "Every": "12:00:01" }""", "Announcements:Items:0:Every is \"12:00:01\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "Every": "01:00:00", "From": "1.00:00:00" }""", "Announcements:Items:0:From is \"1.00:00:00\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "Every": "01:00:00", "Until": "-00:00:01" }""", "Announcements:Items:0:Until is \"-00:00:01\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "Every": "01:00:00", "From": "08:00:00", "Until": "08:00:00" }""", "Announcements:Items:0:Until is \"08:00:00\"")]
    [InlineData($$"""{ "Says": [{{Says}}], "At": ["08:00"], "Days": ["Mon"] }""", "Announcements:Items:0:Days is \"Mon\"")]
    [InlineData($$"""{ "Says": [{{Says}}, {{Says}}], "At": ["08:00"] }""", "Announcements:Items:0:Says is \"zh-CN\"")]
    [InlineData("""{ "Says": [{ "Voice": "zh_CN", "Text": "a" }], "At": ["08:00"] }""", "Announcements:Items:0:Says:0:Voice is \"zh_CN\"")]
    [InlineData("""{ "Says": [{ "Voice": "zh-CN" }], "At": ["08:00"] }""", "Announcements:Items:0:Says:0 is \"\"")]
    [InlineData("""{ "Says": [{ "Voice": "zh-CN", "Text": "a", "File": "/b.wav" }], "At": ["08:00"] }""", "Announcements:Items:0:Says:0 is \"\"")]
    [InlineData("""{ "Says": [{ "Voice": "zh-CN", "File": "b.wav" }], "At": ["08:00"] }""", "Announcements:Items:0:Says:0:File is \"b.wav\"")]
    [InlineData("""{ "Says": [{ "Voice": "zh-CN", "Text": "[[a]]" }], "At": ["08:00"] }""", "Announcements:Items:0:Says:0:Text is \"5 characters\"")]
    [InlineData("""{ "Says": [{ "Voice": "zh-CN", "Text": "a\nb" }], "At": ["08:00"] }""", "Announcements:Items:0:Says:0:Text is \"3 characters\"")]
    [InlineData("""{ "Says": [{ "Voice": "yue", "Text": "a" }], "At": ["08:00"] }""", "Announcements:Items:0:Says has no voice of this box: expected one of zh-CN, en")]
    public void What_cannot_be_announced_is_refused_by_its_key(string item, string problem) =>
        Should.Throw<ConfigurationException>(() => Load(item)).Problems.ShouldHaveSingleItem().ShouldStartWith(problem);

    [Fact]
    public void A_text_has_a_limit()
    {
        Should.NotThrow(() => Load(Text(Announcement.MaxText)));

        Should.Throw<ConfigurationException>(() => Load(Text(Announcement.MaxText + 1))).Message.ShouldContain("\"1001 characters\"; expected 1 to 1000 characters");
    }

    [Fact]
    public void Announcements_have_a_limit()
    {
        var item = $$"""{ "Says": [{{Says}}], "At": ["08:00"] }""";
        Should.NotThrow(() => Load(string.Join(',', Enumerable.Repeat(item, AnnouncementSchedule.MostItems))));

        Should.Throw<ConfigurationException>(() => Load(string.Join(',', Enumerable.Repeat(item, AnnouncementSchedule.MostItems + 1)))).Message
            .ShouldContain("Announcements:Items is \"33\"");
    }

    [Fact]
    public void A_box_without_a_loudspeaker_has_nothing_to_announce_with() =>
        Should.Throw<ConfigurationException>(() => Load($$"""{ "Says": [{{Says}}], "At": ["08:00"] }""", speaker: "none")).Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Devices:Speaker:Kind = none: expected alsa");

    static string Text(int length) => $$"""{ "Says": [{ "Voice": "zh-CN", "Text": "{{new string('好', length)}}" }], "At": ["08:00"] }""";

    EdgeConfiguration Load(string items, string more = "\"QuietFrom\": \"21:00\"", string speaker = "alsa")
    {
        File.WriteAllText(folder["00-test.json"], $$"""
            {
              "Device": { "Id": "gate-1" }, "Passes": { "Root": "keys" },
              "Devices": { "Simulation": { "Seeds": "seeds" }, "Speaker": { "Kind": "{{speaker}}" } },
              "Announcements": { {{more}}, "Items": [ {{items}} ] }
            }
            """);
        return EdgeConfiguration.Load(folder.Path);
    }
}
