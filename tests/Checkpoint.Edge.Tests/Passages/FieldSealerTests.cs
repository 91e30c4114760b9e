using System.Text;
using System.Text.Json;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Passes.Trust;
using Checkpoint.Sealing;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Passages;

public sealed class FieldSealerTests : IDisposable
{
    const string Number = "11010519491231002X";

    readonly TempFolder folder = new();
    readonly County county = new();
    readonly Parts parts;

    public FieldSealerTests()
    {
        parts = new(folder["journal.db"]);
        parts.Journal.TryOpen().ShouldBeTrue();
    }

    public void Dispose()
    {
        parts.Dispose();
        county.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void An_id_number_is_sealed_to_the_key_on_the_trust_list()
    {
        parts.OfferTrust(1, county.HubKeys);

        var entry = Register(IdNumber);

        using var hub = new OpeningKey(county.SealingKey);
        hub.TryOpen(entry.GetProperty("sealed").GetString()!, out _).ShouldBe(new() { IdNumber = Number });
        entry.GetRawText().ShouldNotContain(Number);
    }

    [Fact]
    public void A_new_key_is_taken_with_the_list_that_brings_it()
    {
        using var next = County.NewKey();
        parts.OfferTrust(1, county.HubKeys);
        Register(IdNumber);
        var newer = new HubKey(HubKeyUse.Seal, next, Now.AddDays(-1), Now.AddYears(1));

        parts.OfferTrust(2, [.. county.HubKeys, newer]);
        var entry = Register(IdNumber);

        using var hub = new OpeningKey(next);
        hub.TryOpen(entry.GetProperty("sealed").GetString()!, out _).ShouldNotBeNull();
    }

    [Fact]
    public void Without_a_key_the_entry_is_written_and_says_so_and_nothing_is_in_clear()
    {
        var entry = Register(IdNumber);

        entry.GetProperty("sealed-skip").GetString().ShouldBe("no-key");
        entry.TryGetProperty("sealed", out _).ShouldBeFalse();
        entry.GetRawText().ShouldNotContain(Number);
        parts.TakeAlarms().ShouldBeEmpty();
        parts.Registry.ToString().ShouldContain("checkpoint_not_sealed_total{why=\"no-key\"} 1");
    }

    [Fact]
    public void A_pass_that_says_nothing_of_anybody_has_nothing_sealed()
    {
        parts.OfferTrust(1, county.HubKeys);

        var entry = Register(new(CodeOutcome.Valid, Some.Claims()));

        entry.EnumerateObject().ShouldAllBe(member => !member.Name.StartsWith("sealed", StringComparison.Ordinal));
        parts.Registry.ToString().ShouldContain("checkpoint_sealed_total 0");
    }

    [Fact]
    public void A_fault_of_the_program_costs_the_fields_and_never_the_entry_and_is_told()
    {
        parts.OfferTrust(1, county.HubKeys);
        var unreadable = new CodeCheck(CodeOutcome.Valid) { Profile = PassProfile.Hc1, Document = new("{\"nam\":{\"fn\":\"\\ud800\"}}"u8.ToArray()) };

        var entry = Register(unreadable);

        entry.GetProperty("sealed-skip").GetString().ShouldBe("failed");
        parts.TakeAlarms().ShouldHaveSingleItem().Kind.ShouldBe(AlarmKind.NotSealed);
        parts.Registry.ToString().ShouldContain("checkpoint_not_sealed_total{why=\"failed\"} 1");
    }

    [Fact]
    public void Today_knows_the_person_by_a_mask_with_or_without_a_key()
    {
        var certificate = new CodeCheck(CodeOutcome.Valid) { Profile = PassProfile.Hc1, Document = new(Encoding.UTF8.GetBytes("""{"nam":{"fn":"三","gn":"张"}}""")) };
        Register(certificate);
        Register(IdNumber);
        Register(new(CodeOutcome.NoPhone));

        parts.Today.Newest().Select(entry => entry.Who).ShouldBe(["", "110*************2X", "张**"]);
    }

    [Fact]
    public void An_entry_that_could_not_be_written_is_not_one_of_todays()
    {
        parts.Journal.Current!.Dispose();

        parts.Registrar.TryRegister(Record(IdNumber)).ShouldBeFalse();

        parts.Today.Newest().ShouldBeEmpty();
    }

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    static CodeCheck IdNumber => new(CodeOutcome.IdentityOnly) { Profile = PassProfile.NationalId, IdNumber = new(Number) };

    static PassageRecord Record(CodeCheck code) => Some.Record() with { Facts = Some.Record().Facts with { Code = code } };

    JsonElement Register(CodeCheck code)
    {
        parts.Registrar.TryRegister(Record(code)).ShouldBeTrue();
        var written = parts.Journal.Current!.Written;
        var record = parts.Journal.Current.Read(new(written, written)).ShouldHaveSingleItem();
        using var json = JsonDocument.Parse(record.Canonical);
        return json.RootElement.Clone();
    }
}
