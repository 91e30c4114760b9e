namespace Checkpoint.Testing.Fuzzing;

/// <summary>Changes to what a code says as text: misreads, cuts, other spellings.</summary>
/// <param name="random">Seeded.</param>
sealed class TextMutations(Random random)
{
    const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    const int MostRepeats = 300;

    /// <summary>Makes one.</summary>
    public Mutant Make(string text) => random.Next(9) switch
    {
        0 => new("text: another character", Replace(text, Alphabet[random.Next(Alphabet.Length)])),
        1 => new("text: any character", Replace(text, (char)random.Next(1, 0x3000))),
        2 => new("text: cut", text[..random.Next(text.Length)]),
        3 => new("text: a piece gone", text.Remove(random.Next(text.Length - 4), random.Next(1, 4))),
        4 => new("text: a piece more", text.Insert(random.Next(text.Length), new string(Alphabet[random.Next(Alphabet.Length)], random.Next(1, MostRepeats)))),
        5 => new("text: lower case", text[..5] + text[5..].ToLowerInvariant()),
        6 => new("text: a group over its limit", Overflow(text)),
        7 => new("text: a tail", text + "0:A/9.X"[..random.Next(1, 7)]),
        _ => new("text: two neighbours", Swap(text)),
    };

    string Replace(string text, char by)
    {
        var at = random.Next(text.Length);
        return string.Concat(text.AsSpan(0, at), [by], text.AsSpan(at + 1));
    }

    string Swap(string text)
    {
        var at = random.Next(text.Length - 1);
        return string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2));
    }

    // Base45 spells 65536 and more in groups that stand for no bytes (RFC 9285, section 6).
    string Overflow(string text)
    {
        var at = 4 + (3 * random.Next((text.Length - 4) / 3));
        return string.Concat(text.AsSpan(0, at), random.Next(2) == 0 ? "GGW" : ":::", text.AsSpan(Math.Min(at + 3, text.Length)));
    }
}
