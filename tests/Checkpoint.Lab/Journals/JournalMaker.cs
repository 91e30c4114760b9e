using System.Runtime.CompilerServices;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Passes;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Journals;

/// <summary>Makes long journals through the gate's own journal, 2,000 people a day, without waiting for the disk.</summary>
static class JournalMaker
{
    /// <summary>Entries a day.</summary>
    public const int PerDay = 2000;

    const int PeopleWithPasses = 600;

    /// <summary>Makes one.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="entries">How many.</param>
    /// <param name="released">How many of them the hub has confirmed.</param>
    public static void Make(string path, int entries, long released)
    {
        using var journal = Journal.Open(path, Some.Device);
        WriterOf(journal).Execute("PRAGMA synchronous = 0");
        for (var i = 0; i < entries; i++)
            Append(journal, i);
        journal.Release(released, at: null);
    }

    /// <summary>Writes one entry of somebody with a pass of a household, as the gate does it.</summary>
    /// <param name="journal">Where.</param>
    /// <param name="number">Which entry: decides who and when.</param>
    public static void Append(Journal journal, long number)
    {
        var at = Some.Moment.AddDays((double)number / PerDay);
        var person = (uint)(number % PeopleWithPasses);
        var claims = Some.Claims((ulong)person + 1) with { Household = person / 3 };
        var facts = Some.Record().Facts with { Code = new(CodeOutcome.Valid, claims), Now = at.ToOffset(TimeSpan.FromHours(8)) };
        var visit = journal.Visits.Of(facts.Code, facts.Now, Policies.DefaultPolicy.Policy);
        journal.Append(
            Some.Record(number + 1) with { Facts = facts with { Visit = visit } },
            boot => new(boot, TimeSpan.FromSeconds(number), at, ClockQuality.Synced));
    }

    // The product has no such setting, and must not: what is made here is measured later, not trusted.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "writer")]
    static extern ref SqliteStore WriterOf(Journal journal);
}
