using System.Text;
using System.Text.Json;
using Checkpoint.Golden;
using Checkpoint.Passages;
using Checkpoint.Passages.Duties;
using Checkpoint.Passes;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Testing;

namespace Checkpoint.Journaling;

/// <summary>Who signed on, what a clinical thermometer said, and who answered for what was done by hand, as it is written down.</summary>
public sealed class DutyEntryJsonTests
{
    static readonly PassId First = new(7);
    static readonly PassId Second = new(ulong.MaxValue);

    /// <summary>Entries of both kinds, each with its approved file.</summary>
    public static TheoryData<string, byte[]> Entries => new()
    {
        { "entry-duty-on.json", Write(new(Second, IsOn: true, new([First, Second]))) },
        { "entry-duty-off.json", Write(new(First, IsOn: false, Duty.Nobody)) },
        { "entry-operators.json", EntryJson.Write(Some.Entry(4, Some.Record(3) with
            {
                Facts = new(Direction.Entry, new(CodeOutcome.NoPhone), Some.Measured(34_50), 1),
                Decision = new(Verdict.Hold, Reason.NoPhone),
                Operators = [First, Second],
            })) },
        { "entry-clinical.json", ClinicalEntryJson.Write(
            Some.Entry().Key, Some.Entry().Stamp, new(3, BodyTemperature.FromHundredths(38_20), ClinicalSite.Axillary, [First])) },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_is_written_as_approved_and_in_canonical_form(string file, byte[] written)
    {
        using var json = JsonDocument.Parse(written);

        Encoding.UTF8.GetString(CanonicalJson.Write(json.RootElement)).ShouldBe(Encoding.UTF8.GetString(written));
        written.ShouldBeApproved(file);
    }

    static byte[] Write(DutyTurn turn) => DutyEntryJson.Write(Some.Entry().Key, Some.Entry().Stamp, turn);
}
