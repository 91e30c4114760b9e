using System.Text;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Hub.Operations;
using Checkpoint.Policies.Replaying;

namespace Checkpoint.Hub.Policies;

/// <summary><c>policy day</c>: a day's entries as the ledger holds them, one a line. The hub may go on running.</summary>
static class LedgerDay
{
    /// <summary>Prints it.</summary>
    /// <param name="folder">Folder of the hub's configuration.</param>
    /// <param name="date">The day, in each box's own time zone; UTC where an entry tells none.</param>
    /// <param name="output">Gets the entries.</param>
    /// <param name="errors">Told in words why it could not be done.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string folder, DateOnly date, TextWriter output, TextWriter errors)
    {
        try
        {
            using var queries = LedgerDatabase.OpenQueries(HubSettings.Read(folder).Ledger);
            Print(queries, date, output);
            return ExitCode.Ok;
        }
        catch (ConfigurationException wrong)
        {
            foreach (var problem in wrong.Problems)
                errors.WriteLine($"checkpoint-hub: {problem}");
            return ExitCode.Configuration;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            errors.WriteLine($"checkpoint-hub: {error.Message}");
            return ExitCode.Storage;
        }
    }

    /// <summary>Prints the day's entries, in order of arrival.</summary>
    public static void Print(ILedgerQueries queries, DateOnly date, TextWriter output)
    {
        for (var after = 0L; ;)
        {
            var page = queries.Read(new(Device: null, after, LedgerQuery.MaxLimit));
            foreach (var row in page.Where(row => IsOn(row, date)))
                output.WriteLine(Encoding.UTF8.GetString(row.Record.Canonical.Span));
            if (page.Count == 0)
                return;
            after = page[^1].Receipt;
        }
    }

    // The time zone is in the entry; a day is never further than a day away in UTC, which the column tells.
    static bool IsOn(LedgerRow row, DateOnly date)
    {
        if (row.Columns.Time is not { } time || Math.Abs(DateOnly.FromDateTime(time.UtcDateTime).DayNumber - date.DayNumber) > 1)
            return false;
        var local = RecordedEntryJson.TryRead(row.Record.Canonical)?.Facts.Now ?? time;
        return DateOnly.FromDateTime(local.DateTime) == date;
    }
}
