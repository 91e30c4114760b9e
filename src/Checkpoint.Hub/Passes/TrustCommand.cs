using System.Collections.Immutable;
using System.CommandLine;
using Checkpoint.Bundles;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes.Trust;

namespace Checkpoint.Hub.Passes;

/// <summary><c>bundle trust</c>: signs the next trust list, with our own keys and other systems'.</summary>
static class TrustCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var (key, lists) = (ToolOptions.Key("根私钥 The root's private key"), ToolOptions.Lists());
        var add = new Option<FileInfo[]>("--add") { Description = "加入的密钥说明 Descriptions of keys to add", AllowMultipleArgumentsPerToken = true };
        var remove = new Option<string[]>("--remove") { Description = "去掉的密钥（密钥号或指纹） Keys to take off, by id or fingerprint", AllowMultipleArgumentsPerToken = true };
        var foreign = new ForeignIssuers(clock);
        var command = new Command("trust", "签发下一版信任名单 Sign the next trust list") { key, lists, add, remove };
        foreach (var option in foreign.All)
            command.Add(option);
        return command.Does((given, output) =>
        {
            using var root = KeyFiles.ReadPrivate(given.GetRequiredValue(key));
            var county = new CountyLists(given.GetRequiredValue(lists).FullName);
            var state = county.State();
            var added = (given.GetValue(add) ?? []).Select(KeyFiles.ReadEntry).ToList();
            var gone = (given.GetValue(remove) ?? []).ToHashSet(StringComparer.Ordinal);
            var keys = Keys(state.Trust, gone, [.. added.SelectMany(list => list.Keys), .. foreign.Read(given, output)]);
            List<BundleSigner> signers = [.. state.Trust.Signers.Where(old => !gone.Contains(old.Fingerprint)), .. added.SelectMany(list => list.Signers)];
            var hub = HubKeys(state.Trust, gone, [.. added.SelectMany(list => list.HubKeys)]);
            var next = new TrustList(0, default, keys) { Signers = [.. signers], HubKeys = hub };
            var bundle = Sign(CountyLists.Next(state, BundleKind.Trust, clock), next, root);
            output.WriteLine($"{county.Publish(state, bundle).File}: {keys.Count} 把发证密钥 issuing keys, {signers.Count} 把签名密钥 signers, {hub.Length} 把中心密钥 hub keys");
        });
    }

    // A key that is added again is told anew: published sets come back every month with most of their keys.
    static List<IssuerKey> Keys(TrustList list, HashSet<string> gone, IReadOnlyList<IssuerKey> added)
    {
        var anew = added.Select(NameOf).ToHashSet();
        return [.. list.Keys.Where(old => !gone.Contains(old.Id.Value) && !gone.Contains(old.Fingerprint) && !anew.Contains(NameOf(old))), .. added.DistinctBy(NameOf)];
    }

    static ImmutableArray<HubKey> HubKeys(TrustList list, HashSet<string> gone, IReadOnlyList<HubKey> added) =>
    [
        .. list.HubKeys.Where(old => !gone.Contains(old.Id) && !gone.Contains(PublicKey.Fingerprint(old.Key)) && !added.Any(key => string.Equals(key.Id, old.Id, StringComparison.Ordinal))),
        .. added.DistinctBy(key => key.Id, StringComparer.Ordinal),
    ];

    static (Checkpoint.Passes.PassProfile Profile, Checkpoint.Passes.KeyId Id, string Fingerprint) NameOf(IssuerKey key) => (key.Profile, key.Id, key.Fingerprint);

    static byte[] Sign(BundleHeader header, TrustList list, System.Security.Cryptography.ECDsa root)
    {
        try
        {
            return BundleWriter.Sign(header, json => TrustPayload.Write(json, list), root);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"名单过长，请去掉不用的密钥。 The list is too long, take keys off that nobody needs: {error.Message}", error);
        }
    }
}
