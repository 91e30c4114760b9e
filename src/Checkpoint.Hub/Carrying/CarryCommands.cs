using System.CommandLine;
using Checkpoint.Carrying;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Operations;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Carrying;

/// <summary><c>carry in|out|trust</c>: entries and watermarks by hand, for a box without a network.</summary>
static class CarryCommands
{
    /// <summary>The command.</summary>
    /// <param name="config">The folder of the hub's configuration.</param>
    /// <param name="clock">The hub's clock.</param>
    /// <param name="openInput">Opens what a hand scanner types.</param>
    public static Command Create(Option<string> config, TimeProvider clock, Func<Stream> openInput) =>
        new("carry", "手工传送 Carry entries in from boxes without a network, and what the hub has out to them") { In(config, clock, openInput), Out(config, clock), Trust(config, clock) };

    static Command In(Option<string> config, TimeProvider clock, Func<Stream> openInput)
    {
        var source = new Argument<string>("FROM") { Description = "U 盘目录、文件，或 - 接扫码枪 Folder of a stick, a file, or - for what a hand scanner types" };
        return new Command("in", "收入卡点盒的条目 Take entries in; the hub may be running") { source, config }
            .Does((given, output) => CarryIn.Run(given.GetRequiredValue(source), Settings(given, config), clock, openInput, output));
    }

    static Command Out(Option<string> config, TimeProvider clock)
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "U 盘目录 Folder of a stick" };
        var devices = new Option<string[]>("--device") { Description = "只给这些盒 For these boxes only", AllowMultipleArgumentsPerToken = true };
        return new Command("out", "写出收讫水位和最新名单 Write how far the ledger has each box's journals, and the newest lists") { folder, devices, config }
            .Does((given, output) => CarryOut.Run(
                given.GetRequiredValue(folder).FullName, given.GetValue(devices) ?? [], Settings(given, config), clock, output));
    }

    static Command Trust(Option<string> config, TimeProvider clock)
    {
        var device = new Argument<string>("DEVICE") { Description = "盒名 The box" };
        var key = new Argument<string>("KEY") { Description = "盒上 carry key 所示 The key, as carry key shows it at the box" };
        return new Command("trust", "认可一个盒的新密钥 Trust another key of a box, after comparing it at the box") { device, key, config }.Does((given, output) =>
        {
            if (!DeviceId.TryParse(given.GetRequiredValue(device), out var id))
                throw new InvalidDataException("DEVICE: 应为 expected 1-32 个 of a-z, 0-9, -");
            using var hub = HandOver.Open(Settings(given, config), clock);
            var refusal = hub.Trust(id, given.GetRequiredValue(key));
            if (refusal != CarryRefusal.None)
                throw new InvalidDataException(CarryWords.Line(refusal));
            output.WriteLine($"{id}: 已认可 trusted, {BoxKey.TryFingerprint(given.GetRequiredValue(key))}");
        });
    }

    static HubSettings Settings(ParseResult given, Option<string> config) => HubSettings.Read(given.GetRequiredValue(config));
}
