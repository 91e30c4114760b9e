using System.CommandLine;
using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes;
using Checkpoint.Passes.Revocation;

namespace Checkpoint.Hub.Passes;

/// <summary><c>pass revoke</c>: takes passes or a whole key back, and signs the next revocation list, whole and as changes.</summary>
static class RevokeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var (key, lists) = (ToolOptions.Key("名单签发私钥 A signer's private key"), ToolOptions.Lists());
        var passes = Passes("--pass", "作废的证号 Passes to take back, KEY:ID as the register has them");
        var restored = Passes("--restore", "恢复的证号 Passes to give back");
        var withdrawn = Passes("--withdraw", "整把作废的密钥号 Ids of keys whose passes are all taken back");
        var reinstated = Passes("--reinstate", "恢复的密钥号 Ids of keys to give back");
        return new Command("revoke", "作废通行证或密钥 Take passes or a whole key back") { key, lists, passes, restored, withdrawn, reinstated }
            .Does((given, output) =>
            {
                using var signer = KeyFiles.ReadPrivate(given.GetRequiredValue(key));
                var county = new CountyLists(given.GetRequiredValue(lists).FullName);
                var state = county.State();
                var header = CountyLists.Next(state, BundleKind.Revocation, clock);
                var next = Change(state.Revoked, header, Given(passes), Given(restored), Given(withdrawn), Given(reinstated));
                var delta = BundleWriter.Sign(header, json => RevocationPayload.WriteDelta(json, state.Revoked, next), signer);
                var whole = BundleWriter.Sign(header, json => RevocationPayload.WriteWhole(json, next), signer);
                output.WriteLine($"完整名单 whole: {county.Publish(state, whole).File}");
                if (state.Revoked.Version > 0)
                    output.WriteLine($"增量 changes: {county.Publish(state, delta, from: state.Revoked.Version).File}");
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"第 {header.Version} 版 version {header.Version}: {next.Count} 张 passes"));

                IReadOnlyList<string> Given(Option<string[]> option) => given.GetValue(option) ?? [];
            });
    }

    static RevocationList Change(
        RevocationList list, BundleHeader header, IEnumerable<string> taken, IEnumerable<string> given, IEnumerable<string> withdrawn, IEnumerable<string> reinstated)
    {
        var keys = list.Keys.ToDictionary();
        foreach (var group in taken.Select(PassNumber.Parse).GroupBy(pass => pass.Key))
            Set(keys, group.Key, old => old with { Passes = Checked(old.Passes.Change(Hashes(group).Without(old.Passes), None)) });
        foreach (var group in given.Select(PassNumber.Parse).GroupBy(pass => pass.Key))
            Set(keys, group.Key, old => old with { Passes = Checked(old.Passes.Change(None, Hashes(group))) });
        foreach (var id in withdrawn)
            Set(keys, new(id), old => old with { IsWithdrawn = true });
        foreach (var id in reinstated)
            Set(keys, new(id), old => old with { IsWithdrawn = false });
        return new(header.Version, header.Issued, keys);
    }

    static PrefixSet None => PrefixSet.Empty(RevocationList.PrefixBytes);

    static PrefixSet Checked(PrefixSet? changed) =>
        changed ?? throw new InvalidDataException("--restore: 名单上没有此证。 A pass to give back is not on the list.");

    static PrefixSet Hashes(IEnumerable<PassNumber> passes) => PrefixSet.Of(
        RevocationList.PrefixBytes, passes.Select(pass => (ReadOnlyMemory<byte>)RevocationList.Hash(pass.Id, pass.Key)));

    static void Set(
        Dictionary<(PassProfile Profile, KeyId Id), RevokedPasses> keys, KeyId id, Func<RevokedPasses, RevokedPasses> change) =>
        keys[(PassProfile.Gp1, id)] = change(keys.GetValueOrDefault((PassProfile.Gp1, id), new(IsWithdrawn: false, None)));

    static Option<string[]> Passes(string name, string what) => new(name) { Description = what, AllowMultipleArgumentsPerToken = true };
}
