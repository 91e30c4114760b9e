using System.Collections.Immutable;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hosting.Files;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Lists;

/// <summary>
/// The bundles that a box has taken, as files: the last two good ones of each kind (of revocation, the changes too), and the highest versions ever
/// taken. Not thread-safe.
/// </summary>
/// <param name="folder">Where they are kept.</param>
sealed class BundleStore(string folder)
{
    /// <summary>Good ones of each kind that are kept.</summary>
    public const int Kept = 2;

    const string SeenFile = "seen.json";

    /// <summary>Reads what is kept. A damaged newest one falls back to the one before; nothing below the highest version comes back later.</summary>
    /// <param name="root">The county's root.</param>
    /// <returns>What is in force, and what could not be read.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public (BundleState State, IReadOnlyList<string> Problems) Load(BundleSigner root)
    {
        var (state, steps) = BundleRule.OfferAll(new(root), BundleFolder.Read(folder), areKept: true);
        var problems = steps
            .Where(step => step.Step is BundleStep.Refused)
            .Select(step => $"{step.Name}: {BundleWords.Of(((BundleStep.Refused)step.Step).Why).English}")
            .ToList();
        var seen = ReadSeen(problems);
        foreach (var (kind, highest) in seen.Where(pair => pair.Value.Version > state.VersionOf(pair.Key)))
            problems.Add($"{WireName<BundleKind>.Of(kind)}: version {highest.Version} was in force and is lost; version {state.VersionOf(kind)} stands in");
        return (state with { Seen = Higher(state.Seen, seen) }, problems);
    }

    /// <summary>Keeps a bundle; it is on disk when this returns.</summary>
    /// <param name="text">The bundle as it came.</param>
    /// <param name="bundle">What it is.</param>
    /// <param name="next">What is in force with it.</param>
    /// <param name="from">The version that it changes; null for a whole one.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Keep(ReadOnlySpan<byte> text, SignedBundle bundle, BundleState next, int? from)
    {
        // Where the disk is not mounted yet, a folder of ours would be in its way.
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(folder))))
            throw new DirectoryNotFoundException($"The folder that {folder} belongs in does not exist.");
        Directory.CreateDirectory(folder);
        DurableFile.Write(Path.Combine(folder, BundleFolder.NameOf(bundle.Header, from)), text);
        DurableFile.Write(Path.Combine(folder, SeenFile), WireJson.Write(json =>
        {
            foreach (var (kind, seen) in next.Seen.OrderBy(pair => pair.Key))
            {
                json.WriteStartObject(WireName<BundleKind>.Of(kind));
                json.WriteNumber("version", seen.Version);
                json.WriteString("sha256", seen.Digest);
                json.WriteEndObject();
            }
        }));
        Prune(bundle.Header.Kind);
    }

    // Two whole ones, and of revocation every change since the older of them: it leads to where the box was.
    void Prune(BundleKind kind)
    {
        var files = Directory.EnumerateFiles(folder, $"{WireName<BundleKind>.Of(kind)}-*.jws").Select(path => (Path: path, Name: Parse(path))).ToList();
        var whole = files.Where(file => !file.Name.IsDelta).OrderByDescending(file => file.Name.Version).Take(Kept).ToList();
        var oldest = whole.Count < Kept ? 0 : whole[^1].Name.Version;
        foreach (var (path, _) in files.Where(file => file.Name.Version < oldest))
            DurableFile.Remove(path);
    }

    static (int Version, bool IsDelta) Parse(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('-');
        var good = int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version);
        return (good ? version : int.MaxValue, parts.Length > 2);
    }

    Dictionary<BundleKind, BundleSeen> ReadSeen(List<string> problems)
    {
        var seen = new Dictionary<BundleKind, BundleSeen>();
        var path = Path.Combine(folder, SeenFile);
        if (!File.Exists(path))
            return seen;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var member in document.RootElement.EnumerateObject())
                seen[WireName<BundleKind>.Parse(member.Name)] = new(member.Value.GetProperty("version").GetInt32(), member.Value.GetProperty("sha256").GetString()!);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            problems.Add($"{SeenFile}: cannot be read; the highest versions are those of the files");
        }

        return seen;
    }

    static ImmutableDictionary<BundleKind, BundleSeen> Higher(ImmutableDictionary<BundleKind, BundleSeen> inForce, Dictionary<BundleKind, BundleSeen> seen)
    {
        foreach (var (kind, highest) in seen.Where(pair => pair.Value.Version > inForce.GetValueOrDefault(pair.Key, BundleSeen.Nothing).Version))
            inForce = inForce.SetItem(kind, highest);
        return inForce;
    }
}
