using System.Buffers.Binary;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Speakers;

public sealed class WavFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(8_000, 1)]
    [InlineData(22_050, 1)]
    [InlineData(48_000, 2)]
    public void A_sound_is_read_as_it_was_written(int rate, int channels)
    {
        var clip = Sounds.Of(1234, 0.1, rate, channels);

        var read = WavFile.Read(Sounds.File(clip), "a.wav");

        (read.Rate, read.Channels, read.Length).ShouldBe((rate, channels, TimeSpan.FromSeconds(0.1)));
        read.Pcm.Span.SequenceEqual(clip.Pcm.Span).ShouldBeTrue();
    }

    [Fact]
    public void What_stands_around_the_sound_is_passed_over()
    {
        var file = Sounds.File(Sounds.Of(7));
        byte[] more = [.. file[..36], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. file[36..], .. "id3 "u8, 1, 0, 0, 0, 9, 0];

        WavFile.Read(more, "a.wav").Pcm.Length.ShouldBe(Sounds.Of(7).Pcm.Length);
    }

    [Fact]
    public void A_length_that_a_pipe_could_not_know_is_what_is_there()
    {
        var file = Sounds.File(Sounds.Of(7));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), 0x7FFFF000);

        WavFile.Read(file, "a.wav").Pcm.Length.ShouldBe(Sounds.Of(7).Pcm.Length);
    }

    [Fact]
    public void Half_a_sample_at_the_end_is_left_out() =>
        WavFile.Read(Sounds.File(Sounds.Of(7, channels: 2)).AsMemory()[..^1], "a.wav").Pcm.Length.ShouldBe(Sounds.Of(7, channels: 2).Pcm.Length - 4);

    /// <summary>Where, what is written there, and what is said of it.</summary>
    public static TheoryData<int, ushort, string> Unfit => new()
    {
        { 20, 2, "format 2" }, { 20, 0xFFFE, "format 65534" }, { 22, 0, "0 channels" }, { 22, 3, "3 channels" }, { 34, 8, "8 bits" }, { 34, 24, "24 bits" },
        { 24, 7_999, "7999 a second" }, { 24, 48_001, "48001 a second" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_sound_of_another_make_is_refused_by_its_name_and_make(int at, ushort value, string said)
    {
        var file = Sounds.File(Sounds.Of(7));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

        var error = Should.Throw<IOException>(() => WavFile.Read(file, "a.wav"));

        error.Message.ShouldStartWith("a.wav has format");
        error.Message.ShouldContain(said);
    }

    [Fact]
    public void A_file_that_is_none_or_holds_nothing_is_refused()
    {
        var file = Sounds.File(Sounds.Of(7));

        for (var length = 0; length < 46; length++)
            Should.Throw<IOException>(() => WavFile.Read(file.AsMemory(0, length), "a.wav")).Message.ShouldStartWith("a.wav ");
        WavFile.Read(file.AsMemory(0, 46), "a.wav").Pcm.Length.ShouldBe(2);
        Should.Throw<IOException>(() => WavFile.ReadFile(folder.File("none.wav"))).Message.ShouldContain("none.wav");
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_read()
    {
        using (var file = File.Create(folder.File("long.wav")))
            file.SetLength(SoundClip.MostBytes + 1);

        Should.Throw<IOException>(() => WavFile.ReadFile(folder.File("long.wav"))).Message.ShouldContain("expected 16777216 at most");
    }

    [Fact]
    public void Damaged_bytes_are_a_sound_or_refused_and_nothing_else()
    {
        var whole = Sounds.File(Sounds.Of(7, 0.01));
        for (var seed = 0UL; seed < 5_000; seed++)
        {
            var dice = new Dice(seed);
            var file = whole.ToArray();
            for (var hit = 0; hit < 1 + dice.Roll(8); hit++)
                file[dice.Roll(60)] = (byte)dice.Roll(256);
            try
            {
                WavFile.Read(file, "a.wav").Pcm.Length.ShouldBeInRange(2, file.Length);
            }
            catch (IOException error)
            {
                error.Message.ShouldStartWith("a.wav ");
            }
        }
    }
}
