using Checkpoint.Devices.Gpio;
using Checkpoint.Signals.Announcing;
using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Speakers;

/// <summary>Who says what, with the real espeak-ng, or without one.</summary>
public sealed class VoiceShelfTests : IDisposable
{
    static readonly SoundClip Henan = Sounds.Of(1_000);
    static readonly SoundClip Mandarin = Sounds.Of(2_000);
    static readonly SoundClip English = Sounds.Of(3_000);

    readonly TemporaryFolder packs = new();
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);
    readonly List<string> wrong = [];

    public VoiceShelfTests() => SoundPrograms.Need(EspeakNg.Program);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => packs.Dispose();

    [Fact]
    public async Task The_first_voice_that_has_it_says_it()
    {
        Sounds.Pack(packs.Path, "henan", "zh-x-henan", (Phrase.PleasePass, Henan));
        Sounds.Pack(packs.Path, "mandarin", "zh-CN", (Phrase.PleasePass, Mandarin), (Phrase.WaitHere, Mandarin));
        var shelf = Shelf("zh-x-henan", "zh-CN", "en");

        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(1_000);
        (await FindAsync(shelf, Phrase.WaitHere)).ShouldBe(2_000);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_machine_reads_what_is_not_recorded_before_another_language_is_spoken()
    {
        Sounds.Pack(packs.Path, "english", "en", (Phrase.PleasePass, English));
        var shelf = Shelf("zh-CN", "en");

        var clip = (await shelf.FindAsync(new Speech.Fixed(Phrase.PleasePass), Cancel)).ShouldNotBeNull();

        clip.Rate.ShouldBe(22_050);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_machine_the_next_voice_says_it_and_that_is_told_once()
    {
        Sounds.Pack(packs.Path, "english", "en", (Phrase.PleasePass, English));
        var shelf = Mute("zh-CN", "en");

        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(3_000);
        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(3_000);

        wrong.ShouldHaveSingleItem().ShouldContain("install espeak-ng");
    }

    [Fact]
    public async Task What_no_voice_can_say_is_counted_and_looked_for_again_later()
    {
        var shelf = Mute("zh-x-henan", "zh-CN");

        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBeNull();
        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBeNull();
        shelf.Faults.Count.ShouldBe(1);
        wrong.ShouldHaveSingleItem().ShouldStartWith("No voice can say please-pass. espeak-of-no-machine cannot be started");

        clock.Advance(LineFaults.ShortestWait);
        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBeNull();
        shelf.Faults.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_damaged_recording_is_told_and_a_machine_stands_in()
    {
        var folder = Sounds.Pack(packs.Path, "mandarin", "zh-CN");
        await File.WriteAllTextAsync(Path.Combine(folder, "please-pass.wav"), "no sound", Cancel);
        var shelf = Shelf("zh-CN");

        (await shelf.FindAsync(new Speech.Fixed(Phrase.PleasePass), Cancel)).ShouldNotBeNull().Rate.ShouldBe(22_050);

        wrong.ShouldHaveSingleItem().ShouldEndWith("please-pass.wav is no WAV file.");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"language":"zh_CN","name":"a"}""")]
    [InlineData("""{"language":"zh-CN"}""")]
    [InlineData("""{"language":"zh-CN","name":""}""")]
    public async Task A_pack_that_is_none_is_told_and_left_out(string manifest)
    {
        Directory.CreateDirectory(packs.File("broken"));
        await File.WriteAllTextAsync(packs.File("broken/voice.json"), manifest, Cancel);
        Sounds.Pack(packs.Path, "good", "zh-CN", (Phrase.PleasePass, Mandarin));
        var shelf = Shelf("zh-CN");

        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(2_000);

        wrong.ShouldHaveSingleItem().ShouldContain("broken/voice.json is no voice");
    }

    [Fact]
    public async Task Of_two_packs_of_one_voice_the_first_counts_and_it_is_told()
    {
        Sounds.Pack(packs.Path, "a", "zh-CN", (Phrase.PleasePass, Mandarin));
        Sounds.Pack(packs.Path, "b", "zh-cn", (Phrase.PleasePass, Henan));

        (await FindAsync(Shelf("zh-CN"), Phrase.PleasePass)).ShouldBe(2_000);

        wrong.ShouldHaveSingleItem().ShouldContain("one of them has to go");
    }

    [Fact]
    public async Task What_was_said_once_is_kept()
    {
        var folder = Sounds.Pack(packs.Path, "mandarin", "zh-CN", (Phrase.PleasePass, Mandarin));
        var shelf = Mute("zh-CN");
        await FindAsync(shelf, Phrase.PleasePass);

        Directory.Delete(folder, recursive: true);

        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(2_000);
    }

    [Fact]
    public async Task What_is_kept_has_a_limit_and_beyond_it_everything_is_said_all_the_same()
    {
        var half = Sounds.Of(1, seconds: (VoiceShelf.MostKept / 2.0 / (48_000 * 4)) + 1, rate: 48_000, channels: 2);
        var folder = Sounds.Pack(packs.Path, "mandarin", "zh-CN", (Phrase.PleasePass, half), (Phrase.WaitHere, half));
        var shelf = Mute("zh-CN");
        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(1);
        (await FindAsync(shelf, Phrase.WaitHere)).ShouldBe(1);

        Directory.Delete(folder, recursive: true);

        (await FindAsync(shelf, Phrase.PleasePass)).ShouldBe(1);
        (await FindAsync(shelf, Phrase.WaitHere)).ShouldBeNull();
    }

    [Fact]
    public async Task An_announcement_is_made_in_the_first_voice_that_has_it()
    {
        await File.WriteAllBytesAsync(packs.File("henan.wav"), Sounds.File(Henan), Cancel);
        var announcement = new Speech.Announced(new(3,
        [
            new Saying.Written(VoiceTag.Parse("en"), "Wash your hands."),
            new Saying.Written(VoiceTag.Parse("zh-CN"), "请勤洗手。"),
            new Saying.Recorded(VoiceTag.Parse("zh-x-henan"), packs.File("henan.wav")),
        ]));

        (await Shelf("zh-x-henan", "zh-CN").FindAsync(announcement, Cancel)).ShouldNotBeNull().Rate.ShouldBe(Henan.Rate);
        var mandarin = (await Shelf("zh-CN", "en").FindAsync(announcement, Cancel)).ShouldNotBeNull();
        var english = (await Shelf("yue", "en").FindAsync(announcement, Cancel)).ShouldNotBeNull();
        mandarin.Pcm.Span.SequenceEqual(english.Pcm.Span).ShouldBeFalse();

        (await Shelf("yue").FindAsync(announcement, Cancel)).ShouldBeNull();
        wrong.ShouldHaveSingleItem().ShouldBe("No voice can say announcement 3.");
    }

    [Fact]
    public void The_check_counts_recordings_and_names_what_is_wrong()
    {
        var folder = Sounds.Pack(packs.Path, "henan", "zh-x-henan", (Phrase.PleasePass, Henan), (Phrase.WaitHere, Henan));
        File.WriteAllText(Path.Combine(folder, "stop-vehicle.wav"), "no sound");

        var check = VoiceCheck.Run(new() { Packs = packs.Path, Voices = ["zh-x-henan", "zh-CN", "hak"] });

        check.Voices.ShouldBe(
        [
            new(VoiceTag.Parse("zh-x-henan"), "henan", 2, IsSynthesised: false), new(VoiceTag.Parse("zh-CN"), "", 0, IsSynthesised: true),
            new(VoiceTag.Parse("hak"), "", 0, IsSynthesised: false),
        ]);
        check.Problems.Length.ShouldBe(2);
        check.Problems[0].ShouldEndWith("stop-vehicle.wav is no WAV file.");
        check.Problems[1].ShouldBe("The voice hak has no recordings and no machine speaks it.");
    }

    // All its samples are one number, if it is a recording of these tests.
    static async Task<int?> FindAsync(VoiceShelf shelf, Phrase phrase) =>
        await shelf.FindAsync(new Speech.Fixed(phrase), Cancel) is { } clip ? BitConverter.ToInt16(clip.Pcm.Span) : null;

    VoiceShelf Shelf(params string[] voices) => Shelf(EspeakNg.Program, voices);

    VoiceShelf Mute(params string[] voices) => Shelf("espeak-of-no-machine", voices);

    VoiceShelf Shelf(string program, string[] voices)
    {
        var shelf = new VoiceShelf(new() { Packs = packs.Path, Voices = voices }, new(150, TimeProvider.System, program), clock);
        shelf.Faults.Happened += (_, fault) => wrong.Add(fault.Error.Message);
        return shelf;
    }
}
