using Checkpoint.Carrying;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Carrying;

public sealed class CarryOutTests : CarryFixture
{
    [Fact]
    public void Each_box_gets_what_the_ledger_has_of_it_signed_by_the_hub()
    {
        var records = Journal.Passages(6);
        Carry([.. records[..3], .. records[5..]]);
        In();

        Out().ShouldBe(0);

        var mark = Read().Watermarks.ShouldHaveSingleItem();
        (mark.Epoch, mark.UpTo, mark.Hash, mark.IsDisputed).ShouldBe((Journal.Stream.Epoch, 3, records[2].Hash, false));
        mark.Missing.ShouldBe([new SeqRange(4, 5)]);
        mark.Time.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_hub_that_runs_is_no_obstacle()
    {
        await using var hub = await StartHubAsync();
        Carry(Journal.Passages(3));
        In();

        Out().ShouldBe(0);

        Read().Watermarks.ShouldHaveSingleItem().UpTo.ShouldBe(3);
    }

    [Fact]
    public void A_journal_in_dispute_is_said_to_be_so()
    {
        var records = Journal.Passages(3);
        Carry(records);
        In();
        Carry(Ledgers.Journal.Forged(records[1]));
        In();

        Out();

        Read().Watermarks.ShouldHaveSingleItem().IsDisputed.ShouldBeTrue();
    }

    [Fact]
    public void Only_the_boxes_that_were_named_get_theirs()
    {
        Carry(Journal.Passages(1));
        In();

        Out("gate-2").ShouldBe(0);

        Directory.GetFiles(Stick, "checkpoint-watermarks-*").ShouldBeEmpty();
    }

    [Fact]
    public void A_box_that_is_not_in_the_fleet_is_said_to_be_none() =>
        Should.Throw<InvalidDataException>(() => Out("gate-9")).Message.ShouldContain("gate-9");

    [Fact]
    public void The_newest_list_of_each_kind_goes_along()
    {
        using var county = new County();
        Directory.CreateDirectory(this["lists"]);
        File.WriteAllBytes(Path.Combine(this["lists"], "trust-1.jws"), county.Trust(1));
        File.WriteAllBytes(Path.Combine(this["lists"], "trust-2.jws"), county.Trust(2));
        Carry(Journal.Passages(1));
        In();

        Out();

        Directory.GetFiles(Stick, "trust-*").Select(Path.GetFileName).ShouldBe(["trust-2.jws"]);
    }

    [Fact]
    public void Without_a_key_to_sign_with_it_says_what_to_set() =>
        Should.Throw<InvalidDataException>(() => CarryOut.Run(Stick, [], Settings, TimeProvider.System, TextWriter.Null)).Message.ShouldContain("Carry:Key");

    int Out(params string[] devices)
    {
        if (!File.Exists(this["hub.key.pem"]))
            Passes.KeyFiles.WritePrivate(Path.GetDirectoryName(this["x"])!, "hub", OtherKey);
        return CarryOut.Run(
            Stick,
            devices,
            Settings with { Carry = new() { Key = this["hub.key.pem"], Lists = Directory.Exists(this["lists"]) ? this["lists"] : null } },
            TimeProvider.System,
            TextWriter.Null);
    }

    WatermarksFile Read() => WatermarksFile.TryRead(
        File.ReadAllBytes(Path.Combine(Stick, "checkpoint-watermarks-gate-1.jws")), Journal.Device, (_, _) => OtherKey, out _).ShouldNotBeNull();
}
