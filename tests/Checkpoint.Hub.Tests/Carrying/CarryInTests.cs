using Checkpoint.Carrying;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Carrying;

public sealed class CarryInTests : CarryFixture
{
    [Fact]
    public void Entries_are_in_the_ledger_and_counted_new_and_then_known()
    {
        Carry(Journal.Passages(5));

        In().ShouldSatisfyAllConditions(
            seen => seen.Code.ShouldBe(0),
            seen => seen.Words.ShouldContain($"gate-1  {Journal.Stream.Epoch}  1-5  5  0  0  0"));
        In().Words.ShouldContain("1-5  0  5  0  0");
    }

    [Fact]
    public void What_is_missing_is_named_also_at_the_end()
    {
        var records = Journal.Passages(9);
        File.WriteAllBytes(Path.Combine(Stick, Hosting.Files.CarryNames.OfRecords(records[3].Key, 6)), RecordsFile.Sign([.. records[3..6]], 9, BoxKey));

        In().Words.ShouldContain("4-6  3  0  0  1-3,7-9");
    }

    [Fact]
    public async Task A_hub_that_runs_takes_them_over_and_tells_the_box()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        Carry(Journal.Passages(5));

        var seen = In();

        seen.Code.ShouldBe(0, seen.Words);
        seen.Words.ShouldContain("The hub is running");
        seen.Words.ShouldContain("1-5  5  0  0  0");
        await box.WatermarkAsync(5, Cancel);
        (await hub.CountAsync("rows", Cancel)).ShouldBe(5);
    }

    [Fact]
    public async Task What_came_by_stick_and_by_broker_is_there_once()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var records = Journal.Passages(6);
        Carry(records[..4]);

        In().Code.ShouldBe(0);
        await box.SendAsync(Cancel, records[2..]);
        await box.WatermarkAsync(6, Cancel);
        In().Words.ShouldContain("1-4  0  4  0  0");

        (await hub.CountAsync("rows", Cancel)).ShouldBe(6);
    }

    [Fact]
    public void A_file_signed_with_another_key_is_refused_until_a_person_trusts_it()
    {
        var records = Journal.Passages(4);
        Carry(records[..2]);
        In().Code.ShouldBe(0);
        Carry(OtherKey, records[2..]);

        var refused = In();
        using (var office = HandOver.Open(Settings, TimeProvider.System))
            office.Trust(Journal.Device, Checkpoint.Carrying.BoxKey.Of(OtherKey)).ShouldBe(CarryRefusal.None);
        File.Delete(Path.Combine(Stick, Hosting.Files.CarryNames.OfRecords(records[0].Key, 2)));

        refused.Code.ShouldBe(65);
        refused.Words.ShouldContain("carry trust");
        In().Words.ShouldContain("3-4  2  0  0  0");
    }

    [Fact]
    public async Task The_first_key_may_come_with_a_birth_and_trust_goes_through_the_running_hub()
    {
        await using var hub = await StartHubAsync();
        using var box = await BoxLink.ConnectAsync(Broker, Cancel);
        var birth = new Birth("checkpoint-edge", Journal.Stream.Epoch, 1, 1, "none") { Key = Checkpoint.Carrying.BoxKey.Of(BoxKey) };
        await box.SendAsync(Topics.Birth(Journal.Device), birth.ToJson(), Cancel);
        await box.WatermarkAsync(0, Cancel);
        Carry(OtherKey, Journal.Passages(2));

        var refused = In();
        using (var office = HandOver.Open(Settings, TimeProvider.System))
            office.Trust(Journal.Device, Checkpoint.Carrying.BoxKey.Of(OtherKey)).ShouldBe(CarryRefusal.None);

        refused.Code.ShouldBe(65);
        In().Code.ShouldBe(0);
        (await hub.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel)).ShouldContain("checkpoint_hub_other_keys_total 1");
    }

    [Fact]
    public void A_box_that_is_not_in_the_fleet_is_refused()
    {
        Carry(new Ledgers.Journal("gate-9").Passages(1));

        In().ShouldSatisfyAllConditions(seen => seen.Code.ShouldBe(65), seen => seen.Words.ShouldContain("Fleet:Devices"));
    }

    [Fact]
    public void A_cloned_box_shows_and_the_first_entry_stays()
    {
        var records = Journal.Passages(3);
        Carry(records);
        In();
        Directory.Delete(Stick, recursive: true);
        Carry(Ledgers.Journal.Forged(records[1]));

        In().Words.ShouldContain("a cloned or tampered box");
    }

    [Fact]
    public void A_changed_file_a_link_and_a_stranger_on_the_stick_change_nothing()
    {
        Carry(Journal.Passages(3));
        var good = Directory.GetFiles(Stick).Single();
        var bytes = File.ReadAllBytes(good);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(good, bytes);
        File.WriteAllText(Path.Combine(Stick, "checkpoint-records-gate-1-0123456789abcdef-0000000007-0000000008.jws"), "hello");
        File.CreateSymbolicLink(Path.Combine(Stick, "checkpoint-records-gate-1-0123456789abcdef-0000000009-0000000009.jws"), "/etc/passwd");

        var seen = In();

        seen.Code.ShouldBe(65);
        seen.Words.ShouldContain("Not a carried file");
        seen.Words.ShouldNotContain("hello");
        seen.Words.ShouldNotContain("gate-1  ");
    }

    [Fact]
    public void Scanned_codes_are_taken_in_any_order_with_repeats_and_what_is_missing_is_named()
    {
        var codes = CarryCodes.Split(RecordsFile.Sign([.. Journal.Passages(200)], 200, BoxKey)).Select(code => code.Text).ToList();
        codes.Count.ShouldBeGreaterThanOrEqualTo(3);
        var typed = codes.AsEnumerable().Reverse().Concat(codes).Select(code => $"]Q1{code}\r").Append("https://example.org").ToList();

        var lacking = In("-", string.Join('\n', codes.Where((_, i) => i is not (0 or 2))));
        var whole = In("-", string.Join('\n', typed));

        lacking.Code.ShouldBe(65);
        lacking.Words.ShouldContain("Not all codes were scanned: scan those that are missing. 1, 3");
        whole.Code.ShouldBe(0, whole.Words);
        whole.Words.ShouldContain("1-200  200  0  0  0");
        whole.Words.ShouldNotContain("example");
    }

    [Fact]
    public void A_file_of_scanned_texts_is_taken_as_what_was_typed()
    {
        File.WriteAllLines(this["codes.txt"], CarryCodes.Split(RecordsFile.Sign([.. Journal.Passages(50)], 50, BoxKey)).Select(code => code.Text));

        In(this["codes.txt"]).Words.ShouldContain("1-50  50  0  0  0");
    }
}
