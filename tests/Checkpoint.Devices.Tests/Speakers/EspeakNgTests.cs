using System.Globalization;
using System.Text;
using Checkpoint.Devices.Cameras;
using Checkpoint.Devices.Processes;
using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Devices.Speakers;

/// <summary>With the real espeak-ng.</summary>
public sealed class EspeakNgTests : IDisposable
{
    const int Rate = 22_050;

    readonly TemporaryFolder folder = new();
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);

    public EspeakNgTests() => SoundPrograms.Need(EspeakNg.Program);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("yue")]
    [InlineData("en")]
    public async Task Every_phrase_is_spoken_aloud_in_a_few_seconds(string voice)
    {
        var (espeak, synthesis) = (new EspeakNg(150, TimeProvider.System), Synthesis.Of(VoiceTag.Parse(voice)).ShouldNotBeNull());
        foreach (var phrase in Enum.GetValues<Phrase>().Where(phrase => phrase != Phrase.None))
        {
            var clip = await espeak.ReadAsync(synthesis.Voice, synthesis.WordsOf(PhraseTable.WordsOf(phrase)), Cancel);

            var said = $"{voice} {WireName<Phrase>.Of(phrase)}";
            (clip.Rate, clip.Channels).ShouldBe((Rate, 1), said);
            clip.Length.TotalSeconds.ShouldBeInRange(0.6, 6, said);
            Sounds.Loudness(clip.Pcm.Span).ShouldBeInRange(500, 15_000, said);
        }
    }

    // "cmn" of 1.51 reads 行 as "xing two", in English.
    [Fact]
    public async Task Mandarin_is_read_as_Mandarin()
    {
        var voice = Synthesis.Of(VoiceTag.Parse("zh-CN")).ShouldNotBeNull().Voice;
        await using var espeak = ProgramRun.Start(EspeakNg.Program, ["-v", voice, "-q", "-x", "-b", "1", "--stdin"], new([]));
        var texts = Enum.GetValues<Phrase>().Where(phrase => phrase != Phrase.None).Select(phrase => PhraseTable.WordsOf(phrase).Chinese);
        await espeak.Input.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(texts)), Cancel);
        espeak.Input.Close();

        using var sounds = new StreamReader(espeak.Output);
        var read = await sounds.ReadToEndAsync(Cancel);

        read.ShouldNotContain("(en)");
        read.ShouldContain("th'ong55_| S;'i35N"); // tong xing: go on
    }

    [Fact]
    public async Task A_slower_voice_takes_longer()
    {
        var slow = await new EspeakNg(80, TimeProvider.System).ReadAsync("en-gb", "Show your code.", Cancel);
        var fast = await new EspeakNg(300, TimeProvider.System).ReadAsync("en-gb", "Show your code.", Cancel);

        (slow.Length / fast.Length).ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("zh-CN", true)]
    [InlineData("zh", true)]
    [InlineData("cmn", true)]
    [InlineData("zh-HK", true)]
    [InlineData("en-US", true)]
    [InlineData("zh-x-henan", false)]
    [InlineData("en-x-dialect", false)]
    [InlineData("hak", false)]
    [InlineData("ug", false)]
    public void No_machine_speaks_a_dialect(string voice, bool isSpoken) => (Synthesis.Of(VoiceTag.Parse(voice)) is not null).ShouldBe(isSpoken);

    [Fact]
    public void Hong_Kong_is_spoken_to_in_Cantonese() => Synthesis.Of(VoiceTag.Parse("zh-HK"))!.Voice.ShouldBe("yue");

    [Fact]
    public async Task A_voice_that_it_does_not_know_is_an_error_with_its_words() =>
        (await Should.ThrowAsync<IOException>(() => new EspeakNg(150, clock).ReadAsync("zz-none", "a", Cancel))).Message
            .ShouldBe("espeak-ng could not read a text. It said: Error: The specified espeak-ng voice does not exist.");

    [Fact]
    public async Task Where_it_is_not_installed_its_package_is_named() =>
        (await Should.ThrowAsync<IOException>(() => new EspeakNg(150, clock, "espeak-of-no-machine").ReadAsync("en", "a", Cancel))).Message
            .ShouldEndWith("install espeak-ng.");

    [Fact]
    public async Task A_text_is_in_no_command_line()
    {
        var program = Programs.Write(folder.File("program"), """
            #!/bin/bash
            tr '\0' ' ' </proc/$$/cmdline >&2
            cat >/dev/null
            exit 1
            """);

        var error = await Should.ThrowAsync<IOException>(() => new EspeakNg(150, clock, program).ReadAsync("en-gb", "王某有热", Cancel));

        error.Message.ShouldContain("-v en-gb -s 150 -b 1 -z --stdin --stdout");
        error.ToString().ShouldNotContain("王");
    }

    [Fact]
    public async Task One_that_comes_to_no_end_is_ended()
    {
        var program = Programs.Write(folder.File("program"), "#!/bin/bash\necho $$ >\"$0.id\"\nexec sleep 1000");
        var reading = new EspeakNg(150, clock, program).ReadAsync("en", "a", Cancel);
        await Eventually.HoldsAsync(() => File.Exists(program + ".id") && File.ReadAllText(program + ".id").EndsWith('\n'), "the program runs", Cancel);

        clock.Advance(EspeakNg.Patience);

        (await Should.ThrowAsync<IOException>(() => reading)).Message.ShouldEndWith("did not come to an end in 20 s.");
        var id = await File.ReadAllTextAsync(program + ".id", Cancel);
        Programs.IsThere(int.Parse(id, CultureInfo.InvariantCulture)).ShouldBeFalse();
    }
}
