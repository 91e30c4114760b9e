using System.Globalization;
using System.Runtime.InteropServices;
using Checkpoint.Devices.Processes;
using Checkpoint.Devices.Speakers;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Kernel;

/// <summary>A sound through the kernel: played on one side of its loopback card, heard on the other (Documentation/sound/cards, snd-aloop).</summary>
public sealed class LoopbackSoundTests : IDisposable
{
    const int Rate = 16_000;
    const short Level = 12_345;

    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_card_of_the_kernels_is_found_by_the_name_that_the_settings_take()
    {
        var name = $"plughw:CARD={Rig.Sound}";

        SoundCards.Find().ShouldContain(card => card.Path == name && card.Key == "Devices:Speaker:Device");
    }

    [Fact]
    public async Task What_is_played_is_heard()
    {
        var clip = Sounds.Of(Level, seconds: 2, Rate);
        await using var ear = await ListenAsync();

        await Player().PlayAsync(clip, Cancel);

        // A busy guest may lose a moment of it.
        await Eventually.HoldsAsync(() => Heard() >= clip.Pcm.Length / sizeof(short) * 0.9, "it is heard", Cancel);
    }

    [Fact]
    public async Task What_is_cut_off_is_silent()
    {
        await using var ear = await ListenAsync();
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var playing = Player().PlayAsync(Sounds.Of(Level, seconds: 240, Rate), cut.Token);
        await Eventually.HoldsAsync(() => Heard() > 0, "it is heard", Cancel);

        await cut.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => playing);
        await Player().PlayAsync(Sounds.Of(-Level, seconds: 1, Rate), Cancel);
        await Eventually.HoldsAsync(() => Heard(-Level) > 0, "the next one is heard", Cancel);
        Heard().ShouldBeLessThan(200 * Rate);
    }

    static Aplay Player() => new($"plughw:CARD={Rig.Sound},DEV=0", TimeProvider.System);

    // It hears nothing before somebody plays, and writes what it hears as it hears it.
    async Task<ProgramRun> ListenAsync()
    {
        var ear = ProgramRun.Start(
            "arecord",
            ["-q", "-t", "raw", "-f", "S16_LE", "-r", Rate.ToString(CultureInfo.InvariantCulture), "-c", "1", "-D", $"plughw:CARD={Rig.Sound},DEV=1", folder.File("heard")],
            new([]));
        await Eventually.HoldsAsync(() => File.Exists(folder.File("heard")), "somebody listens", Cancel);
        return ear;
    }

    int Heard(short level = Level)
    {
        using var file = new FileStream(folder.File("heard"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length / sizeof(short) * sizeof(short)];
        file.ReadExactly(bytes);
        return MemoryMarshal.Cast<byte, short>(bytes.AsSpan()).Count(level);
    }
}
