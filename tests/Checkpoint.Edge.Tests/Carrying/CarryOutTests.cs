using System.Diagnostics;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Carrying;

public sealed class CarryOutTests : StickFixture
{
    [Fact]
    public void Every_entry_that_the_hub_has_not_confirmed_is_written_beside_the_running_gate()
    {
        using var journal = Write(20, released: 6);

        Run(CarryOut.Run).ShouldBe(0);

        var file = Read().ShouldHaveSingleItem();
        file.Records.Select(record => record.Hash).ShouldBe(journal.Read(new(7, 20)).Select(record => record.Hash));
        (file.Header.Device, file.Header.Epoch, file.Header.Written).ShouldBe((Some.Device, journal.Epoch, 20));
        Words.ToString().ShouldContain("14 entries that the hub has not confirmed are written");
    }

    [Fact]
    public void The_files_are_signed_by_the_key_that_the_box_shows()
    {
        using var journal = Write(1);
        Run(CarryOut.Run);

        CarryCommand.Run(Folder.Path, Words, CarryCommand.ShowKey).ShouldBe(0);

        Words.ToString().ShouldContain(Read()[0].Header.Key);
    }

    [Fact]
    public void Journals_that_were_moved_aside_are_carried_too()
    {
        Write(10, released: 4).Dispose();
        StoreFile.MoveAside(Folder.Journal, TimeProvider.System);
        using var journal = Write(3);

        Run(CarryOut.Run).ShouldBe(0);

        Read().Select(file => (file.Records[0].Key.Seq, file.Records[^1].Key.Seq)).ShouldBe([(5, 10), (1, 3)], ignoreOrder: true);
        Read().Select(file => file.Header.Epoch).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Names_hold_the_box_and_numbers_and_nothing_else()
    {
        using var journal = Write(3);

        Run(CarryOut.Run);

        Path.GetFileName(Directory.GetFiles(Stick).ShouldHaveSingleItem())
            .ShouldBe($"checkpoint-records-gate-07-{journal.Epoch}-0000000001-0000000003.jws");
    }

    [Fact]
    public void Carrying_out_again_replaces_what_is_there_and_changes_nothing_on_the_box()
    {
        using var journal = Write(3);

        Run(CarryOut.Run).ShouldBe(0);
        Run(CarryOut.Run).ShouldBe(0);

        Read().ShouldHaveSingleItem().Records.Length.ShouldBe(3);
        journal.Released.ShouldBe(0);
    }

    [Fact]
    public void A_stick_without_room_gets_nothing_that_could_pass_for_whole()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(100);
        using var journal = Write(500);

        Run(CarryOut.Run, Path.GetDirectoryName(disk["x"])).ShouldBe(1);

        Directory.GetFiles(Path.GetDirectoryName(disk["x"])!).ShouldBeEmpty();
        Words.ToString().ShouldContain("Not enough room");
    }

    [Fact]
    public void A_stick_that_fills_up_on_the_way_keeps_no_part_of_a_file()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(300);
        using var journal = Write(100);
        disk.Fill();

        Run(CarryOut.Run, Path.GetDirectoryName(disk["x"])).ShouldBe(1);

        Directory.GetFiles(Path.GetDirectoryName(disk["x"])!).Select(Path.GetFileName).ShouldBe(["ballast"]);
    }

    [Fact]
    public void A_stick_that_cannot_be_written_is_said_to_be_so()
    {
        Assert.SkipUnless(MountedDisk.IsPossible, MountedDisk.WhySkipped);
        using var disk = new MountedDisk(1000);
        using var remount = Process.Start("mount", ["-o", "remount,ro", Path.GetDirectoryName(disk["x"])!]);
        remount.WaitForExit();
        using var journal = Write(1);

        Run(CarryOut.Run, Path.GetDirectoryName(disk["x"])).ShouldBe(1);

        Words.ToString().ShouldContain("Not finished; only files named above are there.");
    }

    [Fact]
    public void A_stick_that_is_not_there_is_said_to_be_so()
    {
        using var journal = Write(1);

        Run(CarryOut.Run, Folder["nowhere"]).ShouldBe(1);

        Words.ToString().ShouldContain("没有完成");
    }

    [Fact]
    public void A_box_that_was_never_started_has_no_key_and_says_what_to_do()
    {
        using var journal = Write(1);
        File.Delete(Places.Key);

        Run(CarryOut.Run).ShouldBe(65);

        Words.ToString().ShouldContain("start the box once");
    }
}
