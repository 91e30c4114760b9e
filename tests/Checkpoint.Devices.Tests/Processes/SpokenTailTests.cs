namespace Checkpoint.Devices.Processes;

public sealed class SpokenTailTests
{
    [Fact]
    public void Only_the_last_lines_are_told()
    {
        var tail = new SpokenTail([]);

        tail.Add("one\ntwo\r\nthree\n\n  four");
        tail.Add("teen\n");

        tail.Tell().ShouldBe("two / three / fourteen");
    }

    [Fact]
    public void A_line_is_told_once_it_has_ended()
    {
        var tail = new SpokenTail([]);
        tail.Add("not found");

        tail.Tell().ShouldBeEmpty();
        tail.EndLine();

        tail.Tell().ShouldBe("not found");
    }

    [Fact]
    public void No_secret_is_told_however_it_is_cut_into_pieces()
    {
        var tail = new SpokenTail(["rtsp://gate:S3cret@10.0.0.9/live", "gate:S3cret", "S3cret"]);

        foreach (var character in "cannot open rtsp://gate:S3cret@10.0.0.9/live: 401 for gate:S3cret, S3cret\n")
            tail.Add([character]);

        tail.Tell().ShouldBe("cannot open ***: 401 for ***, ***");
    }

    [Fact]
    public void Whoever_is_named_in_an_address_is_left_out_of_it()
    {
        var tail = new SpokenTail([]);

        tail.Add("redirected to rtsp://other:pw@10.0.0.10/live\n");

        tail.Tell().ShouldBe("redirected to rtsp://***@10.0.0.10/live");
    }

    [Fact]
    public void A_line_without_end_takes_no_memory_and_is_left_out()
    {
        var tail = new SpokenTail([]);

        for (var i = 0; i < 100; i++)
            tail.Add(new string('x', 1000));
        tail.Add("\nshort\n");

        tail.Tell().ShouldBe("short");
    }

    [Fact]
    public void What_is_told_is_bounded_and_has_no_control_characters()
    {
        var tail = new SpokenTail([]);

        tail.Add("\u001b[31m" + new string('y', 1000) + "\n");

        tail.Tell().Length.ShouldBe(SpokenTail.MostTold);
        tail.Tell().ShouldStartWith("[31m");
    }
}
