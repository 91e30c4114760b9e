using System.Globalization;
using Checkpoint.Hosting.Checks;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hub.Configuration;
using Checkpoint.Hub.Ledgers;

namespace Checkpoint.Hub.Operations;

/// <summary><c>checkpoint-hub check</c>: whether the hub could run here now, one line for each thing it needs.</summary>
static class CheckCommand
{
    /// <summary>A clock before this has not been set: no release of this program is older.</summary>
    static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Checks everything.</summary>
    /// <param name="folder">Folder of the configuration.</param>
    /// <param name="output">Gets one line for each check.</param>
    /// <param name="clock">The clock to look at.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>0 when all is well, else 1.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter output, TimeProvider clock, CancellationToken cancel)
    {
        var good = true;
        await foreach (var line in ChecksAsync(folder, clock, cancel))
        {
            good &= line.Good;
            await output.WriteLineAsync(line.ToString());
        }

        return good ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    static async IAsyncEnumerable<CheckLine> ChecksAsync(
        string folder, TimeProvider clock, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (settings, problems) = ReadConfiguration(folder);
        foreach (var problem in problems)
            yield return new("configuration", false, problem);
        if (settings is null)
            yield break;

        yield return new("configuration", true, string.Create(CultureInfo.InvariantCulture, $"{settings.Fleet.Ids().Count} boxes in the fleet"));
        yield return CheckLedger(settings.Ledger);
        yield return await BrokerCheck.RunAsync(settings.Mqtt.Endpoint!, settings.Mqtt.ClientId, clock, cancel);
        yield return ListenCheck.Run(settings.Web.Endpoint!);
        yield return CheckClock(clock.GetUtcNow());
    }

    static (HubSettings? Settings, IReadOnlyList<string> Problems) ReadConfiguration(string folder)
    {
        try
        {
            return (HubSettings.Read(folder), []);
        }
        catch (ConfigurationException wrong)
        {
            return (null, wrong.Problems);
        }
    }

    // Opening proves the folder, the lock, every pragma and the schema.
    static CheckLine CheckLedger(LedgerOptions options)
    {
        try
        {
            var (ledger, queries) = LedgerDatabase.Open(options);
            using (ledger)
            using (queries)
                return new("ledger", true, string.Create(CultureInfo.InvariantCulture, $"writable, {queries.Summarise().Rows} records"));
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return new("ledger", false, $"{error.Message} (If the hub is running, this is as it should be: stop it to check.)");
        }
    }

    static CheckLine CheckClock(DateTimeOffset now) => now >= Earliest
        ? new("clock", true, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm:ss} UTC"))
        : new("clock", false, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm:ss} UTC is before this program was made. Set the clock, or start a time service."));
}
