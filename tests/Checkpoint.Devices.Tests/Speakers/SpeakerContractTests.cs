using Checkpoint.Devices.Gpio;
using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Devices.Speakers;

/// <summary>What a loudspeaker owes the gate, simulated or on ALSA.</summary>
public abstract class SpeakerContractTests
{
    const int LongSeconds = 60;
    static readonly SoundClip Short = Sounds.Of(1_000);
    static readonly SoundClip Other = Sounds.Of(2_000, 0.3, 22_050, 2);
    static readonly SoundClip Long = Sounds.Of(3_000, LongSeconds);

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected static Speech Announcement(string file) => new Speech.Announced(new(0, [new Saying.Recorded(VoiceTag.Parse("zh-CN"), file)]));

    /// <summary>A loudspeaker with recordings of three phrases.</summary>
    /// <param name="isHeld">Whether the first sound is to be held.</param>
    private protected abstract SpeakerStand Open(bool isHeld = false);

    private protected SpeakerStand OpenRecorded(bool isHeld = false)
    {
        var stand = Open(isHeld);
        Sounds.Pack(stand.Packs, "mandarin", "zh-CN", (Phrase.PleasePass, Short), (Phrase.WaitHere, Other), (Phrase.WaitOutOfWind, Long));
        return stand;
    }

    [Fact]
    public async Task A_recording_is_heard_as_it_was_recorded()
    {
        await using var stand = OpenRecorded();

        stand.Speaker.Say(Phrase.PleasePass);
        await stand.SaidAsync(Cancel);
        stand.Speaker.Say(Phrase.WaitHere);
        await stand.SaidAsync(Cancel);

        var heard = stand.Heard();
        heard.Count.ShouldBe(2);
        ShouldBeWhole(heard[0], Short);
        ShouldBeWhole(heard[1], Other);
        stand.Speaker.Faults.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_nobody_recorded_is_read_by_a_machine()
    {
        await using var stand = OpenRecorded();

        stand.Speaker.Say(Phrase.ShowCode);
        await stand.SaidAsync(Cancel);

        var heard = stand.Heard().ShouldHaveSingleItem();
        heard.Length.ShouldBeInRange(22_050, 10 * 22_050);
        Sounds.Loudness(heard).ShouldBeGreaterThan(500);
        stand.Speaker.VoiceFaults.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_prompt_cuts_off_an_older_one()
    {
        await using var stand = OpenRecorded(isHeld: true);
        stand.Speaker.Say(Phrase.WaitOutOfWind);
        await stand.HoldAsync(Cancel);

        stand.LetGo();
        stand.Speaker.Say(Phrase.PleasePass);
        await stand.SaidAsync(Cancel);

        ShouldBeWhole(stand.Heard()[^1], Short);
        stand.Heard().Max(heard => heard.Length).ShouldBeLessThan(Long.Pcm.Length / 10);
        stand.Speaker.Faults.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_prompts_at_once_the_last_one_is_heard()
    {
        await using var stand = OpenRecorded();

        for (var i = 0; i < 100; i++)
            stand.Speaker.Say(i % 2 == 0 ? Phrase.PleasePass : Phrase.WaitOutOfWind);
        stand.Speaker.Say(Phrase.WaitHere);
        await stand.SaidAsync(Cancel);

        ShouldBeWhole(stand.Heard()[^1], Other);
    }

    [Fact]
    public async Task An_announcement_gives_way_to_a_prompt()
    {
        await using var stand = OpenRecorded(isHeld: true);
        var file = Path.Combine(stand.Packs, "announcement.wav");
        await File.WriteAllBytesAsync(file, Sounds.File(Long), Cancel);
        var announcing = stand.Speaker.PlayAsync(Announcement(file), Cancel);
        await stand.HoldAsync(Cancel);

        stand.LetGo();
        stand.Speaker.Say(Phrase.PleasePass);

        (await announcing).ShouldBe(SpeechEnd.Cut);
        await stand.SaidAsync(Cancel);
        ShouldBeWhole(stand.Heard()[^1], Short);
    }

    [Fact]
    public async Task An_announcement_does_not_begin_while_a_prompt_is_said()
    {
        await using var stand = OpenRecorded(isHeld: true);
        stand.Speaker.Say(Phrase.WaitOutOfWind);
        await stand.HoldAsync(Cancel);

        (await stand.Speaker.PlayAsync(Announcement("/none.wav"), Cancel)).ShouldBe(SpeechEnd.Cut);

        stand.Speaker.IsPrompting.ShouldBeTrue();
        stand.Speaker.VoiceFaults.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_announcement_is_heard_to_its_end_when_nobody_comes()
    {
        await using var stand = OpenRecorded();
        var file = Path.Combine(stand.Packs, "announcement.wav");
        await File.WriteAllBytesAsync(file, Sounds.File(Other), Cancel);

        var end = await stand.EndAsync(stand.Speaker.PlayAsync(Announcement(file), Cancel), Cancel);

        end.ShouldBe(SpeechEnd.Whole);
        ShouldBeWhole(stand.Heard().ShouldHaveSingleItem(), Other);
    }

    [Fact]
    public async Task Whoever_ends_an_announcement_has_silence()
    {
        await using var stand = OpenRecorded(isHeld: true);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var playing = stand.Speaker.PlayAsync(new Speech.Fixed(Phrase.WaitOutOfWind), end.Token);
        await stand.HoldAsync(Cancel);

        await end.CancelAsync();

        (await playing).ShouldBe(SpeechEnd.Cut);
    }

    [Fact]
    public async Task A_loudspeaker_that_is_lost_is_counted_and_tried_again_later()
    {
        await using var stand = OpenRecorded();
        var told = new List<TimeSpan>();
        stand.Speaker.Faults.Happened += (_, fault) => told.Add(fault.RetryIn);
        stand.Unplug(isUnplugged: true);

        (await TryAsync(stand)).ShouldBe(SpeechEnd.Silent);
        (await TryAsync(stand)).ShouldBe(SpeechEnd.Silent);

        told.ShouldBe([LineFaults.ShortestWait]);
        stand.Speaker.Faults.Current.ShouldNotBeNullOrEmpty();
        stand.Clock.Advance(LineFaults.ShortestWait);
        (await TryAsync(stand)).ShouldBe(SpeechEnd.Silent);
        told.ShouldBe([LineFaults.ShortestWait, 2 * LineFaults.ShortestWait]);

        stand.Unplug(isUnplugged: false);
        stand.Clock.Advance(2 * LineFaults.ShortestWait);
        (await TryAsync(stand)).ShouldBe(SpeechEnd.Whole);
        stand.Speaker.Faults.Current.ShouldBeNull();
        ShouldBeWhole(stand.Heard().ShouldHaveSingleItem(), Short);
    }

    [Fact]
    public async Task The_end_of_the_program_ends_the_sound()
    {
        await using var stand = OpenRecorded(isHeld: true);
        stand.Speaker.Say(Phrase.WaitOutOfWind);
        await stand.HoldAsync(Cancel);

        await stand.Speaker.DisposeAsync();

        stand.Speaker.Say(Phrase.PleasePass);
        (await stand.Speaker.PlayAsync(new Speech.Fixed(Phrase.PleasePass), Cancel)).ShouldBe(SpeechEnd.Cut);
        stand.Heard().Select(heard => heard.Length).ShouldAllBe(length => length < Long.Pcm.Length / 10);
    }

    static Task<SpeechEnd> TryAsync(SpeakerStand stand) => stand.EndAsync(stand.Speaker.PlayAsync(new Speech.Fixed(Phrase.PleasePass), Cancel), Cancel);

    // A card plays whole periods: silence may follow.
    static void ShouldBeWhole(byte[] heard, SoundClip clip)
    {
        heard.AsSpan(0, Math.Min(heard.Length, clip.Pcm.Length)).SequenceEqual(clip.Pcm.Span).ShouldBeTrue();
        heard.Length.ShouldBeGreaterThanOrEqualTo(clip.Pcm.Length);
        heard.AsSpan(clip.Pcm.Length).ContainsAnyExcept((byte)0).ShouldBeFalse();
    }
}
