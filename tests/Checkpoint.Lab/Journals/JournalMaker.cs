using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Policies;
using Checkpoint.Sealing;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Testing;

namespace Checkpoint.Lab.Journals;

/// <summary>Makes long journals through the gate's own journal, 2,000 people a day, without waiting for the disk.</summary>
sealed class JournalMaker : IDisposable
{
    /// <summary>Entries a day.</summary>
    public const int PerDay = 2000;

    const int PeopleWithPasses = 600;
    const int SealsInTurn = 1000; // a file packs each by itself, so that using one again changes nothing of its size

    static readonly Screener Screener = new(ScreeningModel.For(Sight.ForeheadCentre), new());
    static readonly Baseline Ordinary = Screener.Begin();

    readonly ECDsa key = County.NewKey();
    readonly SealingKey? hub;
    readonly List<FieldSeal> seals = [];

    /// <summary>Makes a maker.</summary>
    /// <param name="withFields">Whether every entry has a person's fields sealed into it.</param>
    public JournalMaker(bool withFields) => hub = withFields ? new(new(HubKeyUse.Seal, key, County.Issued, County.Issued.AddYears(1))) : null;

    /// <summary>What an EU certificate and an ID number together say of somebody, in a usual length.</summary>
    public static PersonalFields Somebody { get; } = new()
    {
        Name = "Gabriele Musterfrau-Gößinger",
        IdNumber = "11010519491231002X",
        BirthDate = "1998-02-26",
        Certificate = "URN:UVCI:01:AT:10807843F94AEE0EE5093FBC254BD813#B",
    };

    /// <summary>Makes one.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="entries">How many.</param>
    /// <param name="released">How many of them the hub has confirmed.</param>
    public void Make(string path, int entries, long released)
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
    public void Append(Journal journal, long number)
    {
        var at = Some.Moment.AddDays((double)number / PerDay);
        var person = (uint)(number % PeopleWithPasses);
        var claims = Some.Claims((ulong)person + 1) with { Household = person / 3 };
        var facts = new Facts(Direction.Entry, new(CodeOutcome.Valid, claims), FaceOf(number), 1) { Now = at.ToOffset(TimeSpan.FromHours(8)) };
        var visit = journal.Visits.Of(facts.Code, facts.Now, Policies.DefaultPolicy.Policy);
        journal.Append(
            Some.Record(number + 1) with { Facts = facts with { Visit = visit } },
            boot => new(boot, TimeSpan.FromSeconds(number), at, ClockQuality.Synced),
            hub is null ? null : SealOf(number));
    }

    /// <summary>Seals <see cref="Somebody"/> as the gate does, with a new key.</summary>
    /// <exception cref="InvalidOperationException">This maker seals nothing.</exception>
    public FieldSeal Seal()
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return hub?.Seal(Somebody, ephemeral, RandomNumberGenerator.GetBytes(CompactJwe.NonceBytes)) ?? throw new InvalidOperationException("This maker seals nothing.");
    }

    // Judged as the gate judges it, in air that goes with the day.
    static TemperatureCheck.Measured FaceOf(long number)
    {
        var air = AmbientTemperature.FromHundredths(18_00 + (int)(number % PerDay) / 4);
        var surface = SurfaceTemperature.FromHundredths(34_00 + (int)(number * 37 % 60));
        var seen = new SeenSurface(surface, surface, air);
        return new(surface) { Judgement = new(new Screening.Pass(seen, Screener.Estimate(seen, Ordinary), InGuardBand: false), Screener.LineAt(air, Ordinary)) };
    }

    FieldSeal SealOf(long number)
    {
        if (seals.Count < SealsInTurn)
            seals.Add(Seal());
        return seals[(int)(number % seals.Count)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        hub?.Dispose();
        key.Dispose();
    }

    // The product has no such setting, and must not: what is made here is measured later, not trusted.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "writer")]
    static extern ref SqliteStore WriterOf(Journal journal);
}
