using System.Globalization;

namespace Checkpoint.Testing.Fuzzing;

/// <summary>A health card's token as the codes that carry it.</summary>
public static class ShcDigits
{
    const int MostInOne = 1195;
    const int MostInPart = 1191;

    /// <summary>One code, however long.</summary>
    public static string Code(IEnumerable<char> token) => "shc:/" + Of(token);

    /// <summary>As few codes as can be.</summary>
    public static IReadOnlyList<string> Codes(string token) => token.Length <= MostInOne
        ? [Code(token)]
        : Split(token, (token.Length + MostInPart - 1) / MostInPart);

    /// <summary>A number of codes, about equally long.</summary>
    public static IReadOnlyList<string> Split(string token, int count) =>
        [.. token.Chunk((token.Length + count - 1) / count).Select((part, at) => $"shc:/{at + 1}/{count}/{Of(part)}")];

    /// <summary>The token of one code.</summary>
    public static string TokenOf(string code) =>
        string.Concat(code["shc:/".Length..].Chunk(2).Select(pair => (char)('-' + ((pair[0] - '0') * 10) + pair[1] - '0')));

    static string Of(IEnumerable<char> token) =>
        string.Concat(token.Select(character => (character - '-').ToString("00", CultureInfo.InvariantCulture)));
}
