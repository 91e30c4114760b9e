using System.CommandLine;
using System.Globalization;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Hub.Passes;

namespace Checkpoint.Hub.Persons;

/// <summary><c>person open|openings</c>: opens what boxes sealed, one entry at a time, and never without writing down who did it and why.</summary>
static class PersonCommands
{
    const int MostListed = 1000;

    /// <summary>The command.</summary>
    public static Command Create(Option<string> config, TimeProvider clock) =>
        new("person", "封存的个人信息 Sealed personal fields") { Open(config, clock), Openings(config) };

    static Command Open(Option<string> config, TimeProvider clock)
    {
        var entry = new Option<string>("--entry") { Description = "记录，盒名/批次/序号 Which entry: DEVICE/EPOCH/SEQ", Required = true };
        var key = ToolOptions.Key("封存私钥 The sealing key's private half");
        var by = new Option<string>("--by") { Description = "谁要看，会登记 Who opens it; written down", Required = true };
        var reason = new Option<string>("--reason") { Description = "为何，会登记 Why; written down", Required = true };
        return new Command("open", "打开一条记录的个人信息，先登记后显示 Open one entry's fields; written down first") { entry, key, by, reason, config }
            .Does((given, output) => With(given.GetRequiredValue(config), (queries, book) =>
            {
                using var opening = KeyFiles.ReadPrivate(given.GetRequiredValue(key));
                new PersonDesk(queries, book, clock).Open(
                    EntryName.Parse(given.GetRequiredValue(entry)), opening,
                    Text(given.GetRequiredValue(by), "--by"), Text(given.GetRequiredValue(reason), "--reason"), output);
            }));
    }

    static Command Openings(Option<string> config)
    {
        var last = new Option<int>("--last") { Description = "最近几次 How many of the last", DefaultValueFactory = _ => 50 };
        return new Command("openings", "谁在何时为何看过谁 Who opened which entry, when and why") { last, config }.Does((given, output) =>
            With(given.GetRequiredValue(config), (_, book) =>
            {
                foreach (var opening in book.Latest(Math.Clamp(given.GetValue(last), 1, MostListed)))
                {
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{opening.At:yyyy-MM-dd HH:mm:ss} UTC  {EntryName.Of(opening.Entry)}  {opening.Opener}  {opening.Reason}  ({opening.Key})"));
                }
            }));
    }

    static string Text(string text, string option) => text.Trim() is { Length: > 0 and <= Opening.MaxText } plain && !plain.Any(char.IsControl)
        ? plain
        : throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture, $"{option}: 应为 1 至 {Opening.MaxText} 个字，会登记在册。 Expected 1 to {Opening.MaxText} characters; it is written down."));

    static void With(string folder, Action<ILedgerQueries, IOpeningBook> work)
    {
        var options = HubSettings.Read(folder).Ledger;
        using var queries = LedgerDatabase.OpenQueries(options);
        using IOpeningBook book = options.SqliteFile is { } file ? SqliteOpeningBook.Open(Path.GetFullPath(file)) : PostgresOpeningBook.Open(options.Connection);
        work(queries, book);
    }
}
