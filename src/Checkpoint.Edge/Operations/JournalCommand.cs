using System.CommandLine;
using System.Globalization;
using Checkpoint.Edge.Configuration;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Sqlite;

namespace Checkpoint.Edge.Operations;

/// <summary><c>checkpoint-edge journal verify|export|stats|salvage</c>: looks at a journal, in use or moved aside, and changes nothing.</summary>
static class JournalCommand
{
    /// <summary>Exit code: the journal is damaged (EX_DATAERR, sysexits.h).</summary>
    public const int Damaged = 65;

    /// <summary>The commands.</summary>
    /// <param name="config">The option that names the folder of the configuration.</param>
    public static Command Create(Func<Option<string>> config) => new("journal", "Look at the journal, in use or moved aside; nothing is changed.")
    {
        Verify(config()), Export(config()), Stats(config()), Salvage(config()),
    };

    static Command Verify(Option<string> config)
    {
        var file = FileOption();
        var command = new Command("verify", "Follow the chain of entries, and say where it breaks.") { file, config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, parsed.GetValue(file), Console.Out, JournalWords.Verify));
        return command;
    }

    static Command Stats(Option<string> config)
    {
        var file = FileOption();
        var command = new Command("stats", "Say what is in the journal: entries, what waits for the hub, times, sizes, starts, purges.") { file, config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, parsed.GetValue(file), Console.Out, JournalWords.Stats));
        return command;
    }

    static Command Export(Option<string> config)
    {
        var file = FileOption();
        var from = new Option<long>("--from") { Description = "First entry's number.", DefaultValueFactory = _ => 1 };
        var to = new Option<long>("--to") { Description = "Last entry's number.", DefaultValueFactory = _ => long.MaxValue };
        var command = new Command("export", "Write entries as JSON Lines, each as it is published, to standard output.") { file, from, to, config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, parsed.GetValue(file), Console.Error, (path, _) =>
            JournalExport.Write(path, parsed.GetValue(from), parsed.GetValue(to), Console.OpenStandardOutput())));
        return command;
    }

    static Command Salvage(Option<string> config)
    {
        var file = new Argument<string>("FILE") { Description = "The journal that was moved aside, journal.db.bad-…" };
        var device = new Option<string?>("--device") { Description = "Whose it was; the configuration's Device:Id if not given." };
        var command = new Command("salvage", "Write what a damaged journal still holds for the hub as JSON Lines to standard output.") { file, device, config };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, parsed.GetRequiredValue(file), Console.Error, (path, words) =>
            JournalExport.Salvage(path, parsed.GetValue(device) ?? EdgeConfiguration.Load(parsed.GetValue(config)!).Device.Id!, Console.OpenStandardOutput(), words)));
        return command;
    }

    /// <summary>Does one of them, and says plainly what is in the way.</summary>
    /// <returns>0, 65 if the journal is damaged, 78 for a wrong configuration, 1 if it cannot be read.</returns>
    public static int Run(string config, string? file, TextWriter words, Func<string, TextWriter, int> act)
    {
        try
        {
            var path = file ?? EdgeConfiguration.Load(config).Journal.Path;
            if (File.Exists(path))
                return act(path, words);
            words.WriteLine($"没有这个文件 There is no file {path}: 用 --file 指明 name it with --file");
            return 1;
        }
        catch (ConfigurationException error)
        {
            words.WriteLine(error.Message);
            return ConfigurationException.ExitCode;
        }
        catch (CorruptStoreException error)
        {
            words.WriteLine($"日志已损坏 The journal is damaged: {error.Message}");
            words.WriteLine("卡点启动时会保留它并另开新的；用 journal salvage 取出其中条目。 The gate keeps it and begins a new one; journal salvage brings out what it holds.");
            return Damaged;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            words.WriteLine(string.Create(CultureInfo.InvariantCulture, $"读不出 Cannot be read: {error.Message}"));
            return 1;
        }
    }

    static Option<string?> FileOption() => new("--file") { Description = "The journal's file; the configuration's Journal:Path if not given." };
}
