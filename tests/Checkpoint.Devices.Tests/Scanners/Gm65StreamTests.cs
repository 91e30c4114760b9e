using System.Text;

namespace Checkpoint.Devices.Scanners;

public sealed class Gm65StreamTests
{
    static readonly byte[] Done = Convert.FromHexString("02000001003331");
    static readonly byte[] Alive = Convert.FromHexString("03000001003331");
    static readonly TimeSpan Early = Gm65Stream.Gap - TimeSpan.FromMilliseconds(1);

    readonly Gm65Stream stream = new("\r"u8.ToArray());

    [Fact]
    public void A_code_ends_when_the_line_falls_silent()
    {
        stream.Take("GP1:ABC\r"u8, TimeSpan.Zero).ShouldBeEmpty();

        stream.Due.ShouldBe(Gm65Stream.Gap);
        stream.Take([], Early).ShouldBeEmpty();
        Code(stream.Take([], Gm65Stream.Gap)).ShouldBe("GP1:ABC");
        stream.Due.ShouldBeNull();
    }

    [Fact]
    public void A_code_may_come_in_pieces()
    {
        var at = TimeSpan.Zero;
        foreach (var value in "GP1:ABC\r"u8.ToArray())
            stream.Take([value], at += Early).ShouldBeEmpty();

        Code(stream.Take([], at + Gm65Stream.Gap)).ShouldBe("GP1:ABC");
    }

    [Fact]
    public void A_code_may_hold_what_codes_end_in()
    {
        stream.Take("one\rtwo\r"u8, TimeSpan.Zero);

        Code(stream.Take([], Gm65Stream.Gap)).ShouldBe("one\rtwo");
    }

    [Fact]
    public void The_next_code_ends_the_one_before_it()
    {
        stream.Take("one\r"u8, TimeSpan.Zero);

        Code(stream.Take("two\r"u8, Gm65Stream.Gap)).ShouldBe("one");
        Code(stream.Take([], 2 * Gm65Stream.Gap)).ShouldBe("two");
    }

    [Fact]
    public void A_code_that_stops_in_the_middle_is_torn()
    {
        stream.Take("GP1:AB"u8, TimeSpan.Zero);

        stream.Take([], Gm65Stream.Gap).ShouldBe([new Gm65Event.Torn(6)]);
    }

    [Fact]
    public void The_rest_of_a_torn_code_is_no_code_and_the_one_after_it_is()
    {
        stream.Take("GP1:AB"u8, TimeSpan.Zero);

        // The box was away for longer than a code's gap: its rest is read in one go.
        var away = 3 * Gm65Stream.Gap;
        stream.Take("CDEF\r"u8, away).ShouldBe([new Gm65Event.Torn(6)]);
        stream.Take([], away + Gm65Stream.Gap).ShouldBe([new Gm65Event.Torn(5)]);

        stream.Take("one\r"u8, away + (2 * Gm65Stream.Gap));
        Code(stream.Take([], away + (3 * Gm65Stream.Gap))).ShouldBe("one");
    }

    [Fact]
    public void A_code_that_begins_long_after_a_torn_one_is_a_code()
    {
        stream.Take("GP1:AB"u8, TimeSpan.Zero);
        stream.Take([], Gm65Stream.Gap);

        stream.Take("one\r"u8, Gm65Stream.Gap + Gm65Stream.Rest);

        Code(stream.Take([], (2 * Gm65Stream.Gap) + Gm65Stream.Rest)).ShouldBe("one");
    }

    [Fact]
    public void A_scanner_set_to_end_codes_in_nothing_is_read_too()
    {
        var bare = new Gm65Stream(default);

        bare.Take("GP1:ABC"u8, TimeSpan.Zero);

        Code(bare.Take([], Gm65Stream.Gap)).ShouldBe("GP1:ABC");
    }

    [Fact]
    public void An_ending_alone_is_no_code()
    {
        stream.Take("\r"u8, TimeSpan.Zero);

        stream.Take([], Gm65Stream.Gap).ShouldBeEmpty();
    }

    [Fact]
    public void A_reply_that_is_owed_is_found_anywhere_in_a_code_and_taken_out()
    {
        var code = "GP1:0123456789\r"u8.ToArray();
        for (var place = 0; place <= code.Length; place++)
        {
            var fresh = new Gm65Stream("\r"u8.ToArray());
            fresh.Owe();

            var said = fresh.Take([.. code[..place], .. Done, .. code[place..]], TimeSpan.Zero).ToList();
            said.AddRange(fresh.Take([], Gm65Stream.Gap));

            said.Count.ShouldBe(2);
            said[0].ShouldBeOfType<Gm65Event.Reply>().Data.ToArray().ShouldBe(new byte[1]);
            Text(said[1]).ShouldBe("GP1:0123456789");
        }
    }

    [Fact]
    public void A_reply_that_nobody_is_owed_stays_in_the_code()
    {
        stream.Take([.. "a"u8, .. Done, .. "\r"u8], TimeSpan.Zero);

        var code = stream.Take([], Gm65Stream.Gap).ShouldHaveSingleItem().ShouldBeOfType<Gm65Event.Code>();
        code.Bytes.ToArray().ShouldBe([.. "a"u8, .. Done]);
    }

    [Fact]
    public void Only_as_many_replies_are_taken_out_as_are_owed()
    {
        stream.Owe();
        stream.Owe();

        var said = stream.Take([.. Alive, .. Done, .. Done, .. "\r"u8], TimeSpan.Zero).ToArray();

        said.Length.ShouldBe(2);
        said[0].ShouldBeOfType<Gm65Event.Alive>();
        said[1].ShouldBeOfType<Gm65Event.Reply>();
        stream.Take([], Gm65Stream.Gap).ShouldHaveSingleItem().ShouldBeOfType<Gm65Event.Code>().Bytes.ToArray().ShouldBe(Done);
    }

    [Fact]
    public void A_reply_with_a_wrong_check_is_none()
    {
        stream.Owe();
        byte[] wrong = [.. Done[..^1], 0x30];

        stream.Take([.. wrong, .. "\r"u8], TimeSpan.Zero).ShouldBeEmpty();

        stream.Take([], Gm65Stream.Gap).ShouldHaveSingleItem().ShouldBeOfType<Gm65Event.Code>();
    }

    [Fact]
    public void The_longest_code_is_taken_and_a_longer_one_thrown_away()
    {
        var longest = new byte[Gm65Stream.MostBytes - 1];
        stream.Take([.. longest, .. "\r"u8], TimeSpan.Zero);
        stream.Take([], Gm65Stream.Gap).ShouldHaveSingleItem().ShouldBeOfType<Gm65Event.Code>().Bytes.Length.ShouldBe(longest.Length);

        stream.Take([.. longest, 0, .. "\r"u8], Gm65Stream.Gap);
        stream.Take([], 2 * Gm65Stream.Gap).ShouldBe([new Gm65Event.Overlong(Gm65Stream.MostBytes + 1)]);

        stream.Take("GP1:ABC\r"u8, 2 * Gm65Stream.Gap);
        Code(stream.Take([], 3 * Gm65Stream.Gap)).ShouldBe("GP1:ABC");
    }

    [Fact]
    public void Whatever_bytes_come_none_is_lost_and_none_invented()
    {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var bare = new Gm65Stream(default);
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);

            var at = 0;
            var said = new List<Gm65Event>();
            while (at < bytes.Length)
            {
                var next = Math.Min(bytes.Length, at + random.Next(1, 40));
                said.AddRange(bare.Take(bytes.AsSpan(at..next), TimeSpan.Zero));
                at = next;
            }

            said.AddRange(bare.Take([], Gm65Stream.Gap));

            said.ShouldHaveSingleItem().ShouldBeOfType<Gm65Event.Code>().Bytes.ToArray().ShouldBe(bytes);
        }
    }

    static string Code(IReadOnlyList<Gm65Event> said) => Text(said.ShouldHaveSingleItem());

    static string Text(Gm65Event said) => Encoding.ASCII.GetString(said.ShouldBeOfType<Gm65Event.Code>().Bytes.Span);
}
