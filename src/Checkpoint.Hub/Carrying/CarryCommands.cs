using System.CommandLine;
using Checkpoint.Carrying;
using Checkpoint.Hosting.Configuration;
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
        var command = new Command("in", "收入卡点盒的条目 Take entries in; the hub may be running") { source, config };
        command.SetAction(given => Run(given, config, settings => CarryIn.Run(
            given.GetRequiredValue(source), settings, clock, openInput, given.InvocationConfiguration.Output)));
        return command;
    }

    static Command Out(Option<string> config, TimeProvider clock)
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "U 盘目录 Folder of a stick" };
        var devices = new Option<string[]>("--device") { Description = "只给这些盒 For these boxes only", AllowMultipleArgumentsPerToken = true };
        var command = new Command("out", "写出收讫水位和最新名单 Write how far the ledger has each box's journals, and the newest lists") { folder, devices, config };
        command.SetAction(given => Run(given, config, settings => CarryOut.Run(
            given.GetRequiredValue(folder).FullName, given.GetValue(devices) ?? [], settings, clock, given.InvocationConfiguration.Output)));
        return command;
    }

    static Command Trust(Option<string> config, TimeProvider clock)
    {
        var device = new Argument<string>("DEVICE") { Description = "盒名 The box" };
        var key = new Argument<string>("KEY") { Description = "盒上 carry key 所示 The key, as carry key shows it at the box" };
        var command = new Command("trust", "认可一个盒的新密钥 Trust another key of a box, after comparing it at the box") { device, key, config };
        command.SetAction(given => Run(given, config, settings =>
        {
            if (!DeviceId.TryParse(given.GetRequiredValue(device), out var id))
                throw new InvalidDataException("DEVICE: 应为 expected 1-32 个 of a-z, 0-9, -");
            using var hub = HandOver.Open(settings, clock);
            var refusal = hub.Trust(id, given.GetRequiredValue(key));
            if (refusal != CarryRefusal.None)
                throw new InvalidDataException(CarryWords.Line(refusal));
            given.InvocationConfiguration.Output.WriteLine($"{id}: 已认可 trusted, {BoxKey.TryFingerprint(given.GetRequiredValue(key))}");
            return ExitCode.Ok;
        }));
        return command;
    }

    static int Run(ParseResult given, Option<string> config, Func<HubSettings, int> act)
    {
        var errors = given.InvocationConfiguration.Error;
        try
        {
            return act(HubSettings.Read(given.GetRequiredValue(config)));
        }
        catch (ConfigurationException wrong)
        {
            foreach (var problem in wrong.Problems)
                errors.WriteLine($"checkpoint-hub: {problem}");
            return ExitCode.Configuration;
        }
        catch (InvalidDataException error)
        {
            errors.WriteLine(error.Message);
            return ExitCode.Data;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"读写失败 Cannot read or write: {error.Message}");
            return ExitCode.Storage;
        }
    }
}
