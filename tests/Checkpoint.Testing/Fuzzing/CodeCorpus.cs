using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkpoint.Passes;
using Checkpoint.Passes.Hc1;
using Checkpoint.Passes.Nzcp;
using Checkpoint.Passes.Shc;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Testing.Fuzzing;

/// <summary>Good codes of every kind and the lists that make them good: our own always, other people's where the data is.</summary>
/// <param name="Lists">The keys.</param>
/// <param name="Seeds">The codes.</param>
public sealed record CodeCorpus(PassLists Lists, IReadOnlyList<CodeSeed> Seeds) : IDisposable
{
    const int OwnPasses = 32;

    /// <summary>Reads the corpus.</summary>
    /// <param name="data">The data folder, null for our own codes alone.</param>
    public static CodeCorpus Load(string? data)
    {
        var keys = new List<IssuerKey>();
        var codes = new List<(string Name, string Text, DateTimeOffset Clock)>();
        AddOwn(keys, codes);
        if (data is not null)
        {
            AddHc1(Path.Combine(data, "dcc", "vectors"), keys, codes);
            AddNzcp(Path.Combine(data, "nzcp"), keys, codes);
            AddShc(Path.Combine(data, "shc"), keys, codes);
        }

        var lists = new PassLists(new TrustList(1, Some.Moment, keys));
        var verifier = new PassVerifier(lists);
        var seeds = codes.Select(code => new CodeSeed(code.Name, code.Text, code.Clock, verifier.Check(Some.Symbol(code.Text), Some.At(code.Clock))));
        return new(lists, [.. seeds.Where(seed => seed.Said.Outcome == CodeOutcome.Valid)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in Lists.Trust.Keys)
            key.Key.Dispose();
    }

    static void AddOwn(List<IssuerKey> keys, List<(string, string, DateTimeOffset)> codes)
    {
#pragma warning disable CA2000 // the corpus disposes of its keys
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
#pragma warning restore CA2000
        keys.Add(new(PassProfile.Gp1, Some.Claims().Key, key, DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        codes.AddRange(Enumerable.Range(1, OwnPasses).Select(id => ($"own {id}", Gp1.Issue(Some.Claims((ulong)id), key), Some.Moment)));
    }

    static void AddHc1(string folder, List<IssuerKey> keys, List<(string, string, DateTimeOffset)> codes)
    {
        var known = new HashSet<KeyId>();
        foreach (var file in Files(folder, "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (!json.RootElement.TryGetProperty("TESTCTX", out var context))
                continue;
            var issuer = Hc1Issuer.FromCertificate(Convert.FromBase64String(context.GetProperty("CERTIFICATE").GetString()!));
            if (known.Add(issuer.Id))
                keys.Add(issuer with { NotBefore = DateTimeOffset.MinValue, NotAfter = DateTimeOffset.MaxValue });
            else
                issuer.Key.Dispose();
            var clock = DateTimeOffset.Parse(
                context.GetProperty("VALIDATIONCLOCK").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            codes.Add((Path.GetRelativePath(folder, file), json.RootElement.GetProperty("PREFIX").GetString()!, clock));
        }
    }

    static void AddNzcp(string folder, List<IssuerKey> keys, List<(string, string, DateTimeOffset)> codes)
    {
        keys.AddRange(Files(folder, "did*.json").SelectMany(file => NzcpIssuer.Read(File.ReadAllBytes(file))));
        codes.AddRange(Files(folder, "*.txt").Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file).Trim(), Some.Moment)));
    }

    static void AddShc(string folder, List<IssuerKey> keys, List<(string, string, DateTimeOffset)> codes)
    {
        keys.AddRange(Files(folder, "jwks.json").SelectMany(file =>
            ShcIssuer.Read("https://spec.smarthealth.cards/examples/issuer", File.ReadAllBytes(file), out _)).DistinctBy(key => key.Id));
        codes.AddRange(Files(folder, "*.smart-health-card").SelectMany(file => TokensOf(file).Select(token =>
            (Path.GetRelativePath(folder, file), ShcDigits.Code(token), Some.Moment.AddYears(1)))));
    }

    static IReadOnlyList<string> TokensOf(string file)
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file)).Trim());
        return [.. json.RootElement.GetProperty("verifiableCredential").EnumerateArray().Select(card => card.GetString()!)];
    }

    static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
