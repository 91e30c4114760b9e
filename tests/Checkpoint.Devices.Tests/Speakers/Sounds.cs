using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Checkpoint.Signals.Speaking;
using Checkpoint.Wire;

namespace Checkpoint.Devices.Speakers;

/// <summary>Sounds that can be told apart, and voice packs of them.</summary>
static class Sounds
{
    /// <summary>A sound whose samples are all one number.</summary>
    public static SoundClip Of(short level, double seconds = 0.2, int rate = 16_000, int channels = 1)
    {
        var pcm = new byte[(int)(seconds * rate) * channels * sizeof(short)];
        MemoryMarshal.Cast<byte, short>(pcm.AsSpan()).Fill(level);
        return new(rate, channels, pcm);
    }

    /// <summary>Its file.</summary>
    public static byte[] File(SoundClip clip)
    {
        using var file = new MemoryStream();
        WavFile.Write(file, clip);
        return file.ToArray();
    }

    /// <summary>Makes a voice pack.</summary>
    /// <returns>Its folder.</returns>
    public static string Pack(string packs, string name, string voice, params (Phrase Phrase, SoundClip Clip)[] recordings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packs, name)).FullName;
        System.IO.File.WriteAllText(Path.Combine(folder, VoicePack.Manifest), $$"""{"language":"{{voice}}","name":"{{name}}"}""");
        foreach (var (phrase, clip) in recordings)
            System.IO.File.WriteAllBytes(Path.Combine(folder, WireName<Phrase>.Of(phrase) + ".wav"), File(clip));
        return folder;
    }

    /// <summary>How loud a sound is: the root of the mean square of its samples.</summary>
    public static double Loudness(ReadOnlySpan<byte> pcm)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < pcm.Length; i += 2)
            sum += Math.Pow(BinaryPrimitives.ReadInt16LittleEndian(pcm[i..]), 2);
        return Math.Sqrt(sum / Math.Max(1, pcm.Length / 2));
    }
}
