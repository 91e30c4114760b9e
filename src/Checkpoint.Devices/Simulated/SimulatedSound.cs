using System.Globalization;
using Checkpoint.Devices.Speakers;

namespace Checkpoint.Devices.Simulated;

/// <summary>A loudspeaker that nobody hears: a sound takes its time, and what of it was played is written down.</summary>
/// <param name="clock">What sounds last by.</param>
/// <param name="folder">Where each sound becomes a WAV file, <c>00001.wav</c> and so on; made if it is not there. Null for none.</param>
sealed class SimulatedSound(TimeProvider clock, string? folder = null) : ISoundSink
{
    /// <summary>Sounds that are written down; of more, nothing is.</summary>
    public const int MostFiles = 10_000;

    volatile bool isUnplugged;
    int played;

    /// <summary>Whether its plug is pulled.</summary>
    public bool IsUnplugged
    {
        get => isUnplugged;
        set => isUnplugged = value;
    }

    /// <inheritdoc/>
    public async Task PlayAsync(SoundClip clip, CancellationToken cancel)
    {
        if (isUnplugged)
            throw new IOException("The simulated loudspeaker is unplugged.");
        var start = clock.GetTimestamp();
        try
        {
            await Task.Delay(clip.Length, clock, cancel);
            Record(clip);
        }
        catch (OperationCanceledException)
        {
            Record(clip.Until(clock.GetElapsedTime(start)));
            throw;
        }
    }

    void Record(SoundClip clip)
    {
        if (folder is null || clip.Pcm.IsEmpty || played++ >= MostFiles)
            return; // of one that is cut off at once nothing was heard
        Directory.CreateDirectory(folder);
        using var file = File.Create(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{played:00000}.wav")));
        WavFile.Write(file, clip);
    }
}
