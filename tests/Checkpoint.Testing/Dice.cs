namespace Checkpoint.Testing;

/// <summary>Chance that falls the same way for the same seed on every machine and framework (SplitMix64, Steele et al. 2014).</summary>
public sealed class Dice(ulong seed)
{
    ulong state = seed;

    /// <summary>A number from 0 to under <paramref name="sides"/>.</summary>
    public int Roll(int sides) => (int)(Next() % (ulong)sides);

    /// <summary>True in so many of a hundred throws.</summary>
    public bool Falls(int percent) => Roll(100) < percent;

    /// <summary>Bytes.</summary>
    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)Roll(256);
        return bytes;
    }

    ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
