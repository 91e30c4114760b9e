namespace Checkpoint.Signals.Speaking;

public sealed class SpeechRuleTests
{
    static readonly TimeSpan At = TimeSpan.FromMinutes(1);

    [Fact]
    public void Another_prompt_is_said_whatever_is_being_said() =>
        SpeechRule.IsSaid(new(Phrase.ShowCode, At, IsPrompting: true), Phrase.PleasePass, At).ShouldBeTrue();

    [Fact]
    public void The_first_prompt_is_said() => SpeechRule.IsSaid(default, Phrase.ShowCode, TimeSpan.Zero).ShouldBeTrue();

    [Fact]
    public void Nothing_is_said_where_nothing_is_to_be_said() => SpeechRule.IsSaid(default, Phrase.None, At).ShouldBeFalse();

    [Theory]
    [InlineData(2_999, false)]
    [InlineData(3_000, true)]
    public void The_same_prompt_again_within_a_moment_is_not_said_again(int milliseconds, bool isSaid) =>
        SpeechRule.IsSaid(new(Phrase.AlreadyRegistered, At, IsPrompting: false), Phrase.AlreadyRegistered, At + TimeSpan.FromMilliseconds(milliseconds)).ShouldBe(isSaid);

    [Fact]
    public void What_is_being_said_does_not_begin_anew() =>
        SpeechRule.IsSaid(new(Phrase.WaitOutOfWind, At, IsPrompting: true), Phrase.WaitOutOfWind, At + TimeSpan.FromSeconds(30)).ShouldBeFalse();

    [Fact]
    public void That_the_gate_is_free_cuts_no_prompt_off()
    {
        SpeechRule.IsSaid(new(Phrase.PleasePass, At, IsPrompting: true), Phrase.NextPlease, At).ShouldBeFalse();
        SpeechRule.IsSaid(new(Phrase.PleasePass, At, IsPrompting: false), Phrase.NextPlease, At).ShouldBeTrue();
    }
}
