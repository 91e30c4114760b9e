using System.Diagnostics;
using Checkpoint.Journaling;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Carrying;

public sealed class CarryInTests : StickFixture
{
    string[] Incoming => Directory.Exists(Places.Incoming) ? Directory.GetFiles(Places.Incoming) : [];

    [Fact]
    public void A_receipt_of_this_box_is_handed_to_the_gate()
    {
        using var journal = Write(5);
        Bring(Receipt(journal.Read(new(5, 5))));

        Run(CarryIn.Run).ShouldBe(0);

        Incoming.ShouldHaveSingleItem();
        Words.ToString().ShouldContain("the hub has up to 5");
    }

    [Fact]
    public void A_receipt_of_another_box_is_passed_over()
    {
        using var journal = Write(5);
        Bring(Receipt(journal.Read(new(5, 5))) with { Device = DeviceId.Parse("gate-08") });

        Run(CarryIn.Run).ShouldBe(0);

        Incoming.ShouldBeEmpty();
    }

    [Fact]
    public void A_receipt_that_somebody_else_has_signed_is_refused()
    {
        using var journal = Write(5);
        using var stranger = County.NewKey();
        File.WriteAllBytes(Path.Combine(Stick, "checkpoint-watermarks-gate-07.jws"), Receipt(journal.Read(new(5, 5))).Sign(stranger));

        Run(CarryIn.Run).ShouldBe(65);

        Incoming.ShouldBeEmpty();
        Words.ToString().ShouldContain("not on the trust list");
    }

    [Fact]
    public void A_link_a_pipe_and_an_odd_name_on_the_stick_are_not_followed()
    {
        using var journal = Write(5);
        Bring(Receipt(journal.Read(new(5, 5))));
        File.Move(Path.Combine(Stick, "checkpoint-watermarks-gate-07.jws"), Folder["elsewhere.jws"]);
        File.CreateSymbolicLink(Path.Combine(Stick, "checkpoint-watermarks-gate-07.jws"), Folder["elsewhere.jws"]);
        File.Copy(Folder["elsewhere.jws"], Path.Combine(Stick, "checkpoint-watermarks-gate-07 copy.jws"));
        using (var pipe = Process.Start("mkfifo", [Path.Combine(Stick, "checkpoint-watermarks-gate-09.jws")]))
            pipe.WaitForExit();

        Run(CarryIn.Run).ShouldBe(65);

        Incoming.ShouldBeEmpty();
    }

    [Fact]
    public void Lists_on_the_stick_are_taken_as_an_import_takes_them()
    {
        using var journal = Write(1);
        Folder.Set("Passes:Bundles", Folder["none"]);
        File.Copy(Path.Combine(DataFolder.RepositoryRoot(), "seeds", "demo", "lists", "trust-1.jws"), Path.Combine(Stick, "trust-1.jws"));
        Bring(Receipt(journal.Read(new(1, 1))));

        Run(CarryIn.Run).ShouldBe(0);

        Directory.GetFiles(Folder.Load().ToPlaces().Incoming).Select(Path.GetFileName).ShouldBe(["trust-1.jws"]);
        Incoming.ShouldHaveSingleItem(); // by the very list that came along
    }

    [Fact]
    public void More_receipts_than_may_wait_are_refused_with_words()
    {
        using var journal = Write(1);
        Directory.CreateDirectory(Places.Incoming);
        for (var i = 0; i < CarryLoop.MaxFiles; i++)
            File.WriteAllText(Path.Combine(Places.Incoming, $"{i}.jws"), "");
        Bring(Receipt(journal.Read(new(1, 1))));

        Run(CarryIn.Run).ShouldBe(1);

        Words.ToString().ShouldContain("start the box");
    }
}
