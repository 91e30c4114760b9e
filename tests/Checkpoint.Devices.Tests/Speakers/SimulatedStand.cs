using Checkpoint.Devices.Simulated;
using Checkpoint.Testing;

namespace Checkpoint.Devices.Speakers;

/// <summary>A simulated loudspeaker, whose time passes when it is told to.</summary>
sealed class SimulatedStand : SpeakerStand
{
    static readonly TimeSpan LongerThanAnySound = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    readonly ManualClock playing = new(DateTimeOffset.UnixEpoch);
    readonly SimulatedSound sound;
    int? held;

    public SimulatedStand() => sound = new(playing, Path.Combine(Folder, "heard"));

    protected override ISoundSink Sink => sound;

    public override async Task HoldAsync(CancellationToken cancel)
    {
        await Eventually.HoldsAsync(() => playing.Waiting > 0, "a sound is played", cancel);
        playing.Advance(Moment);
        held = Files().Length;
    }

    public override void LetGo()
    {
        // It is held as long as time does not pass.
    }

    public override void Unplug(bool isUnplugged) => sound.IsUnplugged = isUnplugged;

    public override IReadOnlyList<byte[]> Heard() => [.. Files().Order(StringComparer.Ordinal).Select(file => WavFile.ReadFile(file).Pcm.ToArray())];

    public override async Task<T> EndAsync<T>(Task<T> speech, CancellationToken cancel)
    {
        // What is held is cut off before time passes, or it would come to its end.
        if (held is { } before)
            await Eventually.HoldsAsync(() => Files().Length > before, "the sound that was held is cut off", cancel);
        held = null;
        await Eventually.HoldsAsync(
            () =>
            {
                if (playing.Waiting > 0)
                    playing.Advance(LongerThanAnySound);
                return speech.IsCompleted;
            },
            "the speech ends",
            cancel);
        return await speech;
    }

    string[] Files() => Directory.Exists(Path.Combine(Folder, "heard")) ? Directory.GetFiles(Path.Combine(Folder, "heard")) : [];
}
