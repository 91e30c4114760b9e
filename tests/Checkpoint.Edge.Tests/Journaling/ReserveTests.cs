using Checkpoint.Edge.Operations;
using Checkpoint.Hosting.Health;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Testing;
using Checkpoint.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Edge.Journaling;

public sealed class ReserveTests : IDisposable
{
    const int RoomyKilobytes = 72 * 1024;
    const int MoreThanTheLogTakes = 1500;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_there_is_room_a_reserve_is_made_once()
    {
        var reserve = new ReserveFile(folder["reserve"]);

        reserve.TryMake(ReserveFile.MadeFrom - 1).ShouldBeFalse();
        reserve.TryMake(ReserveFile.MadeFrom).ShouldBeTrue();
        reserve.TryMake(ReserveFile.MadeFrom).ShouldBeFalse();

        new FileInfo(folder["reserve"]).Length.ShouldBe(ReserveFile.Bytes);
    }

    [Fact]
    public void A_reserve_that_a_power_cut_left_half_made_is_made_again()
    {
        File.WriteAllText(folder["reserve"], "half");

        new ReserveFile(folder["reserve"]).TryMake(ReserveFile.MadeFrom).ShouldBeTrue();

        new FileInfo(folder["reserve"]).Length.ShouldBe(ReserveFile.Bytes);
    }

    [Fact]
    public void It_is_given_up_to_a_full_disk_only()
    {
        var reserve = new ReserveFile(folder["reserve"]);
        reserve.TryGiveUp(free: 0).ShouldBeFalse();
        reserve.TryMake(ReserveFile.MadeFrom);

        reserve.TryGiveUp(ReserveFile.FullBelow).ShouldBeFalse();
        reserve.TryGiveUp(ReserveFile.FullBelow - 1).ShouldBeTrue();

        File.Exists(folder["reserve"]).ShouldBeFalse();
    }

    [Fact]
    public void On_a_full_disk_entries_are_written_in_the_reserve_and_somebody_is_told()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(RoomyKilobytes);
        using var parts = new Parts(disk["journal.db"]);
        parts.Write(3);
        parts.Journal.KeepReserve();
        File.Exists(disk["journal.db.reserve"]).ShouldBeTrue();

        disk.Fill();
        parts.Write(MoreThanTheLogTakes);

        parts.Journal.Trouble.ShouldBeNull();
        parts.Journal.ReserveIsSpent.ShouldBeTrue();
        parts.TakeAlarms().ShouldContain(alarm => alarm.Kind == AlarmKind.ReserveSpent);
        var records = parts.Journal.Current!.Read(new(1, long.MaxValue));
        records.Count.ShouldBe(MoreThanTheLogTakes + 3);
        ChainRule.FirstBroken(EntryHash.Start, records).ShouldBeNull();
    }

    [Fact]
    public void When_there_is_room_again_the_reserve_is_made_again()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(RoomyKilobytes);
        using var parts = new Parts(disk["journal.db"]);
        SpendReserve(parts, disk, before: 1);
        parts.Journal.KeepReserve();
        parts.Journal.ReserveIsSpent.ShouldBeTrue();

        disk.Free();
        parts.Journal.KeepReserve();

        parts.Journal.ReserveIsSpent.ShouldBeFalse();
        new FileInfo(disk["journal.db.reserve"]).Length.ShouldBe(ReserveFile.Bytes);
    }

    [Fact]
    public void A_disk_that_fills_while_the_box_is_off_costs_the_reserve_and_not_the_gate()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(RoomyKilobytes);
        using (var before = new Parts(disk["journal.db"]))
        {
            before.Write(1);
            before.Journal.KeepReserve();
        }

        disk.Fill();
        using var parts = new Parts(disk["journal.db"]);

        parts.Journal.TryOpen().ShouldBeTrue();
        parts.Journal.ReserveIsSpent.ShouldBeTrue();
        parts.Write(1);
    }

    [Fact]
    public void On_a_full_disk_confirmed_entries_make_room_for_new_ones()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(RoomyKilobytes);
        using var parts = new Parts(disk["journal.db"]);
        SpendReserve(parts, disk, before: 300);
        parts.Journal.Current!.Release(1000, at: null);
        using var upkeep = new UpkeepLoop(
            parts.Journal, new(TimeSpan.FromDays(30), 1_000_000), parts.Clock, TimeProvider.System, NullLogger<UpkeepLoop>.Instance);

        for (var turn = 0; turn < 10; turn++)
            upkeep.LookAfter();

        parts.Journal.Current.Start.Before.ShouldBe(1000);
        parts.Journal.Trouble.ShouldBeNull();
    }

    [Fact]
    public void A_spent_reserve_shows_in_the_boxs_health()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(RoomyKilobytes);
        using var parts = new Parts(disk["journal.db"]);
        SpendReserve(parts, disk, before: 1);

        var metrics = new Metrics();
        parts.Status.AddTo(metrics);

        metrics.ToString().ShouldContain("checkpoint_reserve_spent 1");
    }

    static void SpendReserve(Parts parts, MountedDisk disk, int before)
    {
        parts.Write(before);
        parts.Journal.KeepReserve();
        disk.Fill();
        parts.Write(MoreThanTheLogTakes);
    }
}
