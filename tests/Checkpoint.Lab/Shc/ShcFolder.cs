using System.Text.Json;
using System.Text.RegularExpressions;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Lab.Shc;

/// <summary>A folder of health card vectors: its issuers' keys, and every file that is one of its kinds.</summary>
/// <param name="path">The folder.</param>
sealed partial class ShcFolder(string path)
{
    // Where the vectors' own issuers say that they live: this repository's folders.
    const string Home = "https://raw.githubusercontent.com/smart-on-fhir/health-cards-dev-tools/main/testdata/";

    static readonly string[] NoVectors = [".md", ".gitkeep", ""];

    /// <summary>The keys that a box would trust: each issuer's published set, under the issuer's own name.</summary>
    public TrustList Trust()
    {
        var sets = Files().Where(file => file.EndsWith(".well-known/jwks.json", StringComparison.Ordinal) || file.Contains(".jwks.", StringComparison.Ordinal));
        return new(1, DateTimeOffset.UnixEpoch, sets.SelectMany(file => ShcIssuer.Read(IssuerOf(file), Bytes(file), out _)));
    }

    /// <summary>Every file, by its path in the folder; without what is no vector by its kind (licences, notes).</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(path, file))
        .Where(file => !NoVectors.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    /// <summary>Files that are parts of one card: the same name but for its number.</summary>
    public IEnumerable<IGrouping<string, string>> Cards() => Files().GroupBy(file => PartNumber().Replace(file, "-*-"), StringComparer.Ordinal);

    /// <summary>A file's bytes.</summary>
    public byte[] Bytes(string file) => File.ReadAllBytes(Full(file));

    /// <summary>A file's place.</summary>
    public string Full(string file) => Path.Combine(path, file);

    /// <summary>The version that the key set beside a revocation list announces, or null.</summary>
    public int? Announced(string list)
    {
        var set = Full(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(list))!, "jwks.json"));
        if (!File.Exists(set))
            return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(set));
        var kid = Path.GetFileNameWithoutExtension(list);
        return json.RootElement.GetProperty("keys").EnumerateArray()
            .Where(key => key.GetProperty("kid").ValueEquals(kid) && key.TryGetProperty("crlVersion", out _))
            .Select(key => (int?)key.GetProperty("crlVersion").GetInt32()).FirstOrDefault();
    }

    // A participating issuer's set lies in a folder of its own last name; the others are named by where they lie; a set beside no folder is nobody's.
    string IssuerOf(string set)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(set)) ?? "";
        var last = "/" + Path.GetFileName(folder);
        return Participants().FirstOrDefault(issuer => folder.Length > 0 && issuer.EndsWith(last, StringComparison.Ordinal))
            ?? Home + folder[(folder.IndexOf("testdata/", StringComparison.Ordinal) is var at and >= 0 ? at + "testdata/".Length : 0)..];
    }

    IEnumerable<string> Participants()
    {
        foreach (var file in Files().Where(file => file.EndsWith("-issuers.json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(Bytes(file));
            foreach (var issuer in json.RootElement.GetProperty("participating_issuers").EnumerateArray())
                yield return issuer.GetProperty("iss").GetString()!;
        }
    }

    [GeneratedRegex("(?<=-value|-code)-[0-9]+-", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartNumber();
}
