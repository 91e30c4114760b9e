using Checkpoint.Devices.Cameras;
using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Speakers;

/// <summary>With the real aplay.</summary>
public sealed class AlsaSpeakerContractTests : SpeakerContractTests
{
    private protected override SpeakerStand Open(bool isHeld = false)
    {
        var stand = new AlsaStand();
        if (isHeld)
            stand.Block();
        return stand;
    }

    [Fact]
    public async Task A_sound_that_is_cut_off_leaves_no_program_behind()
    {
        await using var stand = (AlsaStand)OpenRecorded(isHeld: true);
        stand.Speaker.Say(Phrase.WaitOutOfWind);
        await stand.HoldAsync(Cancel);
        var id = stand.Started.ShouldHaveSingleItem();
        Programs.IsThere(id).ShouldBeTrue();

        stand.LetGo();
        stand.Speaker.Say(Phrase.PleasePass);
        await stand.SaidAsync(Cancel);

        Programs.IsThere(id).ShouldBeFalse();
    }

    [Fact]
    public async Task A_card_that_is_not_there_is_named_with_what_ALSA_says()
    {
        await using var stand = (AlsaStand)OpenRecorded();
        stand.Unplug(isUnplugged: true);

        await stand.Speaker.PlayAsync(new Speech.Fixed(Phrase.PleasePass), Cancel);

        var said = stand.Speaker.Faults.Current.ShouldNotBeNull();
        said.ShouldStartWith("The loudspeaker heard cannot be played on. It said: ");
        said.ShouldContain("audio open error: No such file or directory");
    }

    [Fact]
    public async Task A_card_that_hangs_is_given_up_after_the_sound_and_a_little()
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        await using var stand = (AlsaStand)OpenRecorded(isHeld: true);
        var clip = Sounds.Of(1, 60);
        var playing = new Aplay("heard", clock, stand.Program).PlayAsync(clip, Cancel);
        await stand.HoldAsync(Cancel);

        clock.Advance(clip.Length + Aplay.Patience - TimeSpan.FromTicks(1));
        playing.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        (await Should.ThrowAsync<IOException>(() => playing)).Message.ShouldBe("The loudspeaker heard did not play a sound within 65 s.");
    }

    [Fact]
    public async Task Where_it_is_not_installed_its_package_is_named() =>
        (await Should.ThrowAsync<IOException>(() => new Aplay("default", TimeProvider.System, "aplay-of-no-machine").PlayAsync(Sounds.Of(1), Cancel))).Message
            .ShouldEndWith("install alsa-utils.");
}
