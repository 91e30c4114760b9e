using System.Security.Cryptography;
using System.Text;
using Checkpoint.Journaling;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Policies;
using Checkpoint.Scanning;
using Checkpoint.Sensing;
using Checkpoint.Sensing.Screenings;
using Checkpoint.Wire;

namespace Checkpoint.Testing;

/// <summary>Ordinary values of the field, each the same on every run.</summary>
public static class Some
{
    /// <summary>An ordinary moment, UTC.</summary>
    public static readonly DateTimeOffset Moment = new(2022, 4, 1, 0, 2, 3, 456, TimeSpan.Zero);

    /// <summary>A clock that is right.</summary>
    /// <param name="now">What it says.</param>
    public static CheckTime At(DateTimeOffset now) => new(now, ClockQuality.Synced, TimeSpan.Zero);

    /// <summary>Lists with one key for our own passes.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="key">The key.</param>
    public static PassLists Lists(KeyId id, ECDsa key) => new(new TrustList(
        1, Moment, [new(PassProfile.Gp1, id, key, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)]));

    /// <summary>A box.</summary>
    public static DeviceId Device { get; } = DeviceId.Parse("gate-07");

    /// <summary>Its journal.</summary>
    public static Epoch Epoch { get; } = Epoch.Parse("00112233aabbccdd");

    /// <summary>A surface.</summary>
    /// <param name="hundredths">In hundredths of a °C.</param>
    public static SurfaceTemperature Surface(int hundredths) => SurfaceTemperature.FromHundredths(hundredths);

    /// <summary>A temperature that was taken.</summary>
    public static TemperatureCheck Measured(int hundredths = 36_50) => new TemperatureCheck.Measured(Surface(hundredths));

    /// <summary>A face over the line of its gate, in air of 24 °C, with its estimate; the first reading of it.</summary>
    public static TemperatureCheck WarmFace(int hundredths = 35_40, int line = 35_04) => new TemperatureCheck.Measured(Surface(hundredths))
    {
        Judgement = new(
            new Screening.Recheck(
                new(Surface(hundredths), Surface(hundredths), AmbientTemperature.FromHundredths(24_00)),
                new(BodyTemperature.FromHundredths(37_40), BodyTemperature.FromHundredths(36_72), BodyTemperature.FromHundredths(38_20))),
            line),
    };

    /// <summary>A temperature that was not.</summary>
    public static TemperatureCheck Skipped(TemperatureSkip why) => new TemperatureCheck.Skipped(why);

    /// <summary>One good read of the thermometer.</summary>
    public static ThermometerReading Reading(int hundredths = 36_50) => new ThermometerReading.Measured(Surface(hundredths));

    /// <summary>One bad read of the thermometer.</summary>
    public static ThermometerReading Fault(SensorFault fault = SensorFault.NoAnswer) => new ThermometerReading.Faulted(fault);

    /// <summary>A code with this text.</summary>
    public static Symbol Symbol(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>What a pass says, good on the day of <see cref="Moment"/>.</summary>
    public static PassClaims Claims(ulong id = 0x0123456789abcdef, ushort key = 7) => new(
        new(id),
        PassClass.Resident,
        KeyId.Of(key),
        Area: 3_301_0601,
        new(2022, 4, 1, 0, 0, 0, TimeSpan.Zero),
        new(2022, 4, 1, 23, 59, 0, TimeSpan.Zero));

    /// <summary>An entry of <see cref="Device"/>'s journal: somebody came in and all was in order.</summary>
    public static JournalEntry Entry(long seq = 1, PassageRecord? record = null) => new(
        new(Device, Epoch, seq),
        new(Boot: 3, TimeSpan.FromMilliseconds(61_002), Moment, ClockQuality.Synced),
        record ?? Record());

    /// <summary>A record of a passage that was in order.</summary>
    public static PassageRecord Record(long number = 1) => new(
        number,
        RecordKind.Passage,
        new(Direction.Entry, new(CodeOutcome.Valid, Claims()), Measured(), Attempt: 1),
        Occupancy: null,
        new(Verdict.Admit, Reason.AllInOrder),
        PolicyVersion: 1);

    /// <summary>The first entries of a journal as they travel, each with its link in the chain.</summary>
    public static IReadOnlyList<WireRecord> Chain(int length)
    {
        var records = new List<WireRecord>();
        var link = EntryHash.Start;
        foreach (var entry in Enumerable.Range(1, length).Select(seq => Entry(seq, Record(seq))))
        {
            var canonical = EntryJson.Write(entry);
            link = link.Next(canonical);
            records.Add(new(entry.Key, canonical, link));
        }

        return records;
    }
}
