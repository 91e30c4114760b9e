using System.Globalization;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Web;

/// <summary>Reads query values, and says which is wrong and what it may be.</summary>
static class QueryValue
{
    const int DefaultLimit = 100;

    /// <summary>Reads a page's query.</summary>
    /// <param name="device">A device name, or null for all.</param>
    /// <param name="after">A receipt number, or null for the beginning.</param>
    /// <param name="limit">Rows, or null for 100.</param>
    /// <param name="problems">What is wrong, by parameter; empty when the query is good.</param>
    public static LedgerQuery? Read(string? device, string? after, string? limit, out Dictionary<string, string[]> problems)
    {
        problems = new(StringComparer.Ordinal);
        var named = DeviceId.TryParse(device, out var id);
        if (device is not null && !named)
            problems["device"] = [$"device is \"{Shown(device)}\"; expected 1 to 32 of a-z, 0-9 and '-', not starting with '-'."];
        var start = Number(problems, "after", after, 0, StreamPosition.MaxSeq, missing: 0);
        var rows = Number(problems, "limit", limit, 1, LedgerQuery.MaxLimit, DefaultLimit);
        return problems.Count == 0 ? new(named ? id : null, start, (int)rows) : null;
    }

    static long Number(Dictionary<string, string[]> problems, string name, string? text, long least, long most, long missing)
    {
        if (text is null)
            return missing;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems[name] = [string.Create(CultureInfo.InvariantCulture, $"{name} is \"{Shown(text)}\"; expected a whole number from {least} to {most}.")];
        return missing;
    }

    static string Shown(string text)
    {
        const int enough = 40;
        return text.Length <= enough ? text : text[..enough] + "…";
    }
}
