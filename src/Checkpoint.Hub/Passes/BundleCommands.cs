using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Checkpoint.Bundles;
using Checkpoint.Hosting.Bundles;
using Checkpoint.Hub.Operations;
using Checkpoint.Passes.Revocation;
using Checkpoint.Passes.Watch;

namespace Checkpoint.Hub.Passes;

/// <summary><c>bundle trust|sign|watch|inspect</c>: makes the county's lists and looks at them.</summary>
static class BundleCommands
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider clock) =>
        new("bundle", "签名名单 Signed lists") { TrustCommand.Create(clock), Policy(clock), Watch(clock), Inspect(clock) };

    static Command Policy(TimeProvider clock)
    {
        var (key, lists) = (ToolOptions.Key("名单签发私钥 A signer's private key"), ToolOptions.Lists());
        var file = new Argument<FileInfo>("POLICY") { Description = "规则文件（JSON） The rules, JSON" }.AcceptExistingOnly();
        return new Command("policy", "签发下一版规则 Sign the next rules") { key, lists, file }.Does((given, output) =>
        {
            var rules = File.ReadAllBytes(given.GetRequiredValue(file).FullName);
            Publish(given.GetRequiredValue(key), given.GetRequiredValue(lists), BundleKind.Policy, clock, output, json => PolicyPayload.Write(json, rules));
        });
    }

    static Command Watch(TimeProvider clock)
    {
        var (key, lists) = (ToolOptions.Key("名单签发私钥 A signer's private key"), ToolOptions.Lists());
        var passes = new Option<string[]>("--pass") { Description = "证号，KKKK:16位 Passes, KEY:ID as the register has them", AllowMultipleArgumentsPerToken = true };
        var batch = new Option<string>("--batch") { Description = "批次名，不写人 Name of the batch; names nobody", Required = true };
        var from = new Option<string>("--from") { Description = "起 First day, yyyy-MM-dd", Required = true };
        var until = new Option<string>("--until") { Description = "止 Last day, yyyy-MM-dd", Required = true };
        return new Command("watch", "签发下一版关注名单（整份替换） Sign the next watchlist; it replaces the one before") { key, lists, passes, batch, from, until }
            .Does((given, output) =>
            {
                var secret = RandomNumberGenerator.GetBytes(Watchlist.KeyBytes);
                var hashes = (given.GetValue(passes) ?? []).Select(PassNumber.Parse).Select(pass => (ReadOnlyMemory<byte>)Watchlist.Hash(secret, pass.Id, pass.Key));
                var entry = new WatchBatch(
                    given.GetRequiredValue(batch),
                    ToolOptions.From(given.GetRequiredValue(from), clock),
                    ToolOptions.Until(given.GetRequiredValue(until), clock),
                    PrefixSet.Of(Watchlist.HashBytes, hashes));
                Publish(
                    given.GetRequiredValue(key), given.GetRequiredValue(lists), BundleKind.Watchlist, clock, output,
                    json => WatchlistPayload.Write(json, new(0, default, secret, [entry])));
            });
    }

    static void Publish(
        FileInfo keyFile, DirectoryInfo lists, BundleKind kind, TimeProvider clock, TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var key = KeyFiles.ReadPrivate(keyFile);
        var county = new CountyLists(lists.FullName);
        var state = county.State();
        try
        {
            var bundle = BundleWriter.Sign(CountyLists.Next(state, kind, clock), members, key);
            output.WriteLine(county.Publish(state, bundle).File);
        }
        catch (Exception error) when (error is ArgumentException or JsonException)
        {
            throw new InvalidDataException($"内容有误。 The content is not right: {error.Message}", error);
        }
    }

    static Command Inspect(TimeProvider clock)
    {
        var lists = ToolOptions.Lists();
        var files = new Argument<FileInfo[]>("FILE") { Description = "名单文件 Bundles", Arity = ArgumentArity.OneOrMore };
        return new Command("inspect", "查看名单并核验 Say what a bundle says and whether it verifies") { lists, files }.Does((given, output) =>
        {
            var state = new CountyLists(given.GetRequiredValue(lists).FullName).State();
            var bad = given.GetRequiredValue(files).Count(file => !Inspect(file, state, clock, output));
            if (bad > 0)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{bad} 份核验不过。 {bad} do not verify."));
        });
    }

    static bool Inspect(FileInfo file, BundleState state, TimeProvider clock, TextWriter output)
    {
        var (name, text) = BundleFolder.ReadFile(file.FullName);
        if (BundleReader.TryRead(text, state.Signers, out var refusal, out var detail) is not { } bundle)
        {
            output.WriteLine(CountyLists.Words(name, new(refusal, Header: null, detail)));
            return false;
        }

        var signer = state.Signers.First(known => string.Equals(known.Fingerprint, bundle.Signer, StringComparison.Ordinal));
        var age = (clock.GetUtcNow() - bundle.Header.Issued).TotalDays;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Wire.WireName<BundleKind>.Of(bundle.Header.Kind)} 第 {bundle.Header.Version} 版 version, {bundle.Header.Issued:yyyy-MM-dd HH:mm} UTC ({age:0} 天前 days ago), 签发 signed by {signer.Name} {bundle.Signer[..16]}, {bundle.Payload.Length} B"));
        return true;
    }
}
