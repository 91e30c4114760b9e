using System.Buffers.Binary;

namespace Checkpoint.Devices.Speakers;

public sealed class LoudnessTests
{
    [Theory]
    [InlineData(100, 30_000)]
    [InlineData(50, 7_500)]
    [InlineData(10, 300)]
    [InlineData(0, 0)]
    public void Loudness_goes_by_the_square(int percent, short level) => First(Loudness.At(Sounds.Of(30_000), percent)).ShouldBe(level);

    [Fact]
    public void The_loudest_sample_stays_within_its_bits() => First(Loudness.At(Sounds.Of(short.MinValue), 99)).ShouldBeLessThan((short)-32_000);

    [Fact]
    public void The_sound_itself_is_left_as_it_is()
    {
        var clip = Sounds.Of(30_000);

        Loudness.At(clip, 50).Pcm.Length.ShouldBe(clip.Pcm.Length);
        First(clip).ShouldBe((short)30_000);
    }

    static short First(SoundClip clip) => BinaryPrimitives.ReadInt16LittleEndian(clip.Pcm.Span);
}
