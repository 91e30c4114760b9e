namespace Checkpoint.Signals.Speaking;

public sealed class VoiceTagTests
{
    [Theory]
    [InlineData("zh-CN", "zh", false)]
    [InlineData("en", "en", false)]
    [InlineData("yue", "yue", false)]
    [InlineData("zh-x-henan", "zh", true)]
    [InlineData("ZH-X-12345678", "zh", true)]
    public void A_tag_tells_its_language_and_whether_only_its_people_know_it(string text, string language, bool isPrivate)
    {
        VoiceTag.TryParse(text, out var tag).ShouldBeTrue();

        (tag.Value, tag.Language, tag.IsPrivate).ShouldBe((text, language, isPrivate));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("zhong")]
    [InlineData("z1")]
    [InlineData("zh-")]
    [InlineData("zh_CN")]
    [InlineData("zh-123456789")]
    [InlineData("zh/../x")]
    [InlineData("河南")]
    [InlineData("zh-x-aaaaaaaa-bbbbbbbb-cccccccc-dddd")]
    public void Anything_else_is_none(string? text)
    {
        VoiceTag.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => VoiceTag.Parse(text!));
    }

    [Fact]
    public void Tags_are_the_same_however_they_are_written()
    {
        VoiceTag.Parse("zh-cn").ShouldBe(VoiceTag.Parse("ZH-CN"));
        VoiceTag.Parse("zh-cn").GetHashCode().ShouldBe(VoiceTag.Parse("ZH-CN").GetHashCode());
        VoiceTag.Parse("zh-cn").ShouldNotBe(VoiceTag.Parse("zh"));
    }
}
