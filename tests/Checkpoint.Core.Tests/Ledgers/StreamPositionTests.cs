using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

public sealed class StreamPositionTests
{
    [Fact]
    public void Entries_in_order_raise_the_watermark()
    {
        var position = After(1, 2, 3);

        position.ShouldSatisfyAllConditions(
            p => p.UpTo.ShouldBe(3),
            p => p.Ahead.ShouldBeEmpty(),
            p => p.Missing().ShouldBeEmpty());
    }

    [Fact]
    public void An_entry_beyond_a_hole_waits_above_the_watermark()
    {
        var position = After(1, 4, 5, 9);

        position.UpTo.ShouldBe(1);
        position.Highest.ShouldBe(9);
        position.Ahead.ShouldBe([new SeqRange(4, 5), new SeqRange(9, 9)]);
        position.Missing().ShouldBe([new SeqRange(2, 3), new SeqRange(6, 8)]);
        position.MissingEntries.ShouldBe(5);
    }

    [Fact]
    public void The_last_entry_of_a_hole_joins_what_lies_on_both_sides()
    {
        var position = After(1, 3, 5, 2);

        position.UpTo.ShouldBe(3);
        position.Ahead.ShouldBe([new SeqRange(5, 5)]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_number_that_is_held_is_a_duplicate_and_changes_nothing(long seq)
    {
        var before = After(1, 2, 5, 6);

        var after = before.Accept(seq, out var acceptance);

        acceptance.ShouldBe(Acceptance.Duplicate);
        after.ShouldBeSameAs(before);
    }

    [Fact]
    public void One_run_too_many_is_refused_and_changes_nothing()
    {
        var full = After([.. Enumerable.Range(1, StreamPosition.MaxAhead).Select(i => 2L * i)]);

        var after = full.Accept(full.Highest + 2, out var refused);
        full.Accept(full.Highest + 1, out var joined);

        full.Ahead.Length.ShouldBe(StreamPosition.MaxAhead);
        refused.ShouldBe(Acceptance.Refused);
        after.ShouldBeSameAs(full);
        joined.ShouldBe(Acceptance.New);
    }

    [Fact]
    public void A_full_position_still_takes_what_closes_its_first_hole()
    {
        var full = After([.. Enumerable.Range(1, StreamPosition.MaxAhead).Select(i => 2L * i)]);

        var after = full.Accept(1, out var acceptance);

        acceptance.ShouldBe(Acceptance.New);
        after.UpTo.ShouldBe(2);
        after.Ahead.Length.ShouldBe(StreamPosition.MaxAhead - 1);
    }

    [Fact]
    public void Every_hole_that_there_can_be_is_named_in_one_watermark()
    {
        var position = After([.. Enumerable.Range(1, StreamPosition.MaxAhead).Select(i => 2L * i)]);

        position.Missing().Length.ShouldBe(Watermark.MaxMissing);
        position.Missing().Sum(hole => hole.Count).ShouldBe(position.MissingEntries);
        position.Missing()[0].ShouldBe(new SeqRange(1, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(StreamPosition.MaxSeq + 1)]
    [InlineData(long.MaxValue)]
    public void A_number_outside_the_range_is_refused_loudly(long seq) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StreamPosition.Start.Accept(seq, out _));

    [Fact]
    public void The_highest_number_of_all_is_accepted()
    {
        var position = After(1, StreamPosition.MaxSeq, StreamPosition.MaxSeq - 1);

        position.Ahead.ShouldBe([new SeqRange(StreamPosition.MaxSeq - 1, StreamPosition.MaxSeq)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(30)]
    public void Any_order_of_arrival_with_repeats_ends_at_the_same_place(int stride)
    {
        var held = new HashSet<long>();
        var position = StreamPosition.Start;

        foreach (var seq in Enumerable.Range(0, 400).Select(i => 1L + (((i * i * stride) + (i * 3)) % 199)))
        {
            position = position.Accept(seq, out var acceptance);
            acceptance.ShouldBe(held.Add(seq) ? Acceptance.New : Acceptance.Duplicate);
            for (var number = 1L; number <= 200; number++)
                position.Holds(number).ShouldBe(held.Contains(number));
        }

        (position.Highest - position.MissingEntries).ShouldBe(held.Count);
    }

    static StreamPosition After(params long[] numbers) =>
        numbers.Aggregate(StreamPosition.Start, (position, seq) => position.Accept(seq, out _));
}
