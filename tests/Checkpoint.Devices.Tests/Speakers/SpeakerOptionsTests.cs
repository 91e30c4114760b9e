namespace Checkpoint.Devices.Speakers;

public sealed class SpeakerOptionsTests
{
    [Fact]
    public void By_default_a_gate_is_silent() => new SpeakerOptions().Kind.ShouldBe(SpeakerKind.None);

    [Theory]
    [InlineData("default")]
    [InlineData("plughw:CARD=Device")]
    [InlineData("plughw:CARD=vc4hdmi0,DEV=0")]
    [InlineData("hw:1,0")]
    public void A_name_of_ALSAs_is_taken(string device) => Problems(new() { Device = device }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("-L")]
    [InlineData("file:'/etc/passwd'")]
    [InlineData("plug:{type file file /etc/passwd}")]
    [InlineData("a b")]
    [InlineData("default\n")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void What_is_no_name_or_more_than_a_name_is_refused(string device) =>
        Problems(new() { Device = device }).ShouldHaveSingleItem().ShouldStartWith("Devices:Speaker:Device is ");

    [Theory]
    [InlineData("Devices:Speaker:Voices is \"0\"")]
    [InlineData("Devices:Speaker:Voices is \"9\"", "zh", "en", "yue", "aa", "bb", "cc", "dd", "ee", "ff")]
    [InlineData("Devices:Speaker:Voices:1 is \"中文\"", "zh-CN", "中文")]
    [InlineData("Devices:Speaker:Voices:1 is \"zh-cn\"; expected each voice once", "zh-CN", "zh-cn")]
    public void Voices_are_one_to_eight_tags_each_once(string problem, params string[] voices) =>
        Problems(new() { Voices = voices }).ShouldHaveSingleItem().ShouldStartWith(problem);

    [Fact]
    public void A_folder_is_named_from_the_root() => Problems(new() { Packs = "voices" }).ShouldHaveSingleItem().ShouldContain("Devices:Speaker:Packs");

    [Fact]
    public void A_kind_that_does_not_exist_is_refused() => Problems(new() { Kind = (SpeakerKind)7 }).ShouldHaveSingleItem().ShouldContain("none or alsa");

    static IReadOnlyList<string> Problems(SpeakerOptions options) => [.. options.Validate(new(options)).Select(problem => problem.ErrorMessage!)];
}
