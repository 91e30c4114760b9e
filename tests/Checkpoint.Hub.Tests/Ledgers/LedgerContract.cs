using Checkpoint.Journaling;
using Checkpoint.Ledgers;

namespace Checkpoint.Hub.Ledgers;

/// <summary>What every ledger does, whatever database it is in.</summary>
public abstract class LedgerContract : RetimingContract
{
    [Fact]
    public void Records_in_order_are_stored_and_confirmed()
    {
        var journal = new Journal();

        var receipt = Commit(journal.Passages(3));

        receipt.Stored.Select(row => row.Receipt).ShouldBe([1, 2, 3]);
        Mark(receipt).ShouldBe((3, ""));
        Queries.Read(new(null, 0, 10)).Select(row => row.Record.Key.Seq).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void The_first_key_of_a_box_is_kept_until_a_person_says_otherwise()
    {
        var (box, other) = (new Journal().Device, new Journal("gate-2").Device);

        Ledger.Keys.Meet(box, "first", Journal.Morning).ShouldBe("first");
        Ledger.Keys.Meet(box, "second", Journal.Morning).ShouldBe("first");
        Ledger.Keys.Meet(other, "third", Journal.Morning).ShouldBe("third");
        Ledger.Keys.Trust(box, "second", Journal.Morning);

        Ledger.Keys.Meet(box, "first", Journal.Morning).ShouldBe("second");
    }

    [Fact]
    public void A_row_comes_back_byte_for_byte()
    {
        var record = new Journal().Write(json => json.WriteString("words", "测温 \u0000 <'\"> é 😀"));
        var stored = Commit(record).Stored.Single();

        var row = Queries.Read(new(null, 0, 10)).Single();

        row.Record.Canonical.ToArray().ShouldBe(record.Canonical.ToArray());
        row.Record.Hash.ShouldBe(record.Hash);
        row.ReceivedAt.ShouldBe(stored.ReceivedAt);
    }

    [Fact]
    public void The_same_records_again_change_nothing_but_are_confirmed()
    {
        var records = new Journal().Passages(3);
        Commit(records);

        var receipt = Commit(records);

        receipt.Stored.ShouldBeEmpty();
        receipt.Duplicates.ShouldBe(3);
        Mark(receipt).ShouldBe((3, ""));
        var summary = Queries.Summarise();
        summary.Rows.ShouldBe(3);
        summary.Passages.ShouldBe(3);
        summary.Duplicates.ShouldBe(3);
    }

    [Fact]
    public void A_record_twice_in_one_delivery_is_stored_once()
    {
        var records = new Journal().Passages(2);

        var receipt = Commit([.. records, .. records]);

        receipt.Stored.Count.ShouldBe(2);
        receipt.Duplicates.ShouldBe(2);
    }

    [Fact]
    public void A_hole_is_named_until_it_is_filled()
    {
        var records = new Journal().Passages(6);

        var before = Commit(records[0], records[3], records[5]);
        var after = Commit(records[1], records[2], records[4]);

        Mark(before).ShouldBe((1, "2-3 5-5"));
        Mark(after).ShouldBe((6, ""));
        after.Broken.ShouldBeEmpty();
        Queries.Summarise().Missing.ShouldBe(0);
    }

    [Fact]
    public void The_summary_counts_what_is_missing()
    {
        var records = new Journal().Passages(6);

        Commit(records[0], records[3], records[5]);

        var summary = Queries.Summarise();
        summary.Missing.ShouldBe(3);
        var stream = summary.Streams.Single();
        (stream.State.Position.UpTo, stream.State.Position.Highest).ShouldBe((1, 6));
    }

    [Fact]
    public void One_hole_too_many_is_refused_and_asked_for_later()
    {
        var records = new Journal().Passages(2 * (StreamPosition.MaxAhead + 1));
        var everySecond = records.Where((_, i) => i % 2 == 1).ToArray();

        var receipt = Commit(everySecond);
        var after = Commit(records);

        receipt.Stored.Count.ShouldBe(StreamPosition.MaxAhead);
        receipt.Refused.ShouldBe(1);
        Mark(after).ShouldBe((records.Length, ""));
    }

    [Fact]
    public void Another_hash_under_the_same_number_is_a_conflict_and_the_first_stays()
    {
        var record = new Journal().Passage(1);
        Commit(record);

        var receipt = Commit(Journal.Forged(record));

        receipt.Conflicts.ShouldBe([record.Key]);
        Mark(receipt).ShouldBe((1, ""));
        Queries.Read(new(null, 0, 10)).Single().Record.Hash.ShouldBe(record.Hash);
        var summary = Queries.Summarise();
        summary.Conflicts.ShouldBe(1);
        summary.Aside.ShouldBe(1);
        Queries.ReadAside(10).Single().Reason.ShouldBe(AsideReason.Conflict);
    }

    [Fact]
    public void A_record_that_does_not_follow_is_stored_and_counted_as_a_broken_link()
    {
        var records = new Journal().Passages(3);
        var swapped = Journal.Forged(records[1]);

        var receipt = Commit(records[0], swapped, records[2]);

        receipt.Stored.Count.ShouldBe(3);
        receipt.Broken.ShouldBe([swapped.Key, records[2].Key]);
        Queries.Summarise().BrokenLinks.ShouldBe(2);
    }

    [Fact]
    public void A_link_to_a_record_of_an_earlier_commit_is_checked()
    {
        var records = new Journal().Passages(4);
        Commit(records[0]);
        Commit(records[3]);

        var second = Commit(Journal.Forged(records[1]));
        var third = Commit(records[2]);

        second.Broken.ShouldBe([records[1].Key]);
        third.Broken.ShouldBe([records[2].Key]);
    }

    [Fact]
    public void A_watermark_is_a_receipt_with_the_chains_link_and_the_hubs_time()
    {
        var records = new Journal().Passages(4);
        Commit(records[0], records[3]);

        var mark = Commit(records[1], records[2]).Watermarks.Single().Watermark;

        (mark.UpTo, mark.Hash, mark.Time, mark.IsDisputed).ShouldBe((4, records[3].Hash, Journal.Morning, false));
        Commit(records[1]).Watermarks.Single().Watermark.Hash.ShouldBe(records[3].Hash);
    }

    [Fact]
    public void A_journal_with_a_conflict_or_a_broken_chain_is_disputed_from_then_on()
    {
        var cloned = new Journal("gate-1").Passages(2);
        var tampered = new Journal("gate-2").Passages(2);
        Commit(cloned[0], cloned[1], tampered[0]);

        Commit(Journal.Forged(cloned[0])).Watermarks.Single().Watermark.IsDisputed.ShouldBeTrue();
        Commit(Journal.Forged(tampered[1])).Watermarks.Single().Watermark.IsDisputed.ShouldBeTrue();

        Commit(cloned[1], tampered[0]).Watermarks.ShouldAllBe(mark => mark.Watermark.IsDisputed);
    }

    [Fact]
    public void A_box_that_begins_another_journal_is_noticed_once()
    {
        var old = new Journal();
        var rebuilt = new Journal(epoch: "fedcba9876543210");
        Commit(old.Passages(2)).Replaced.ShouldBeEmpty();

        Commit(rebuilt.Passage(1)).Replaced.ShouldBe([(rebuilt.Stream, old.Stream)]);

        Commit(rebuilt.Passage(2)).Replaced.ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_lies_between_the_rows_around_it()
    {
        var journal = new Journal();
        var records = journal.Passages(6);
        Commit(records[0], records[1], records[5]);

        Queries.Around(journal.Stream, new(3, 5)).Select(row => row.Record.Key.Seq).ShouldBe([2, 6]);
    }

    [Fact]
    public void Two_journals_of_one_box_do_not_mix()
    {
        var old = new Journal().Passages(2);
        var rebuilt = new Journal(epoch: "fedcba9876543210").Passages(1);

        var receipt = Commit([.. old, .. rebuilt]);

        receipt.Watermarks.Select(mark => mark.Watermark.UpTo).ShouldBe([2, 1]);
        Queries.Summarise().Rows.ShouldBe(3);
    }

    [Fact]
    public void A_journal_never_heard_of_is_confirmed_up_to_nothing()
    {
        var stream = new Journal().Stream;

        var receipt = Ledger.Commit(new(Journal.Morning, [], [], [stream]));

        Mark(receipt).ShouldBe((0, ""));
        Queries.Summarise().Streams.ShouldBeEmpty();
    }

    [Fact]
    public void A_kind_of_a_later_version_is_stored_and_counts_for_nothing()
    {
        var receipt = Commit(new Journal().Write(json => json.WriteString("kind", "weather")));

        receipt.Stored.Single().Columns.Kind.ShouldBe("weather");
        Queries.Summarise().Passages.ShouldBe(0);
    }

    [Fact]
    public void A_recheck_decides_nothing()
    {
        var journal = new Journal();

        Commit(journal.Passage(1, "recheck"));

        Queries.Summarise().Passages.ShouldBe(0);
    }

    [Fact]
    public void An_override_counts_instead_of_what_it_overrode()
    {
        var journal = new Journal();

        Commit(journal.Passage(1, "recheck"), journal.Passage(1, "hold"));
        Commit(journal.Passage(1, "admit", kind: "override"));

        var summary = Queries.Summarise();
        summary.Passages.ShouldBe(1);
        summary.Tallies.ShouldBe([new("entry", "admit", 1)]);
    }

    [Fact]
    public void An_override_that_arrives_first_still_counts()
    {
        var journal = new Journal();
        var hold = journal.Passage(1, "hold");
        var admit = journal.Passage(1, "admit", kind: "override");

        Commit(admit);
        Commit(hold);

        Queries.Summarise().Tallies.ShouldBe([new("entry", "admit", 1)]);
    }

    [Fact]
    public void Counters_equal_a_recount_of_the_ledger()
    {
        string[] verdicts = ["admit", "recheck", "hold", "turn-back", "later-version"];
        var boxes = new[] { new Journal("gate-1"), new Journal("gate-2") };
        var records = Enumerable.Range(0, 300).Select(i => boxes[i * 7 % 2].Passage(
            (i * 13 % 60) + 1, verdicts[i * 11 % 5], i * 3 % 5 == 0 ? "exit" : "entry", at: Journal.Morning.AddMinutes(i * 17 % 300))).ToArray();
        var shuffled = records.Select((record, i) => (record, at: i * 101 % 307)).OrderBy(pair => pair.at).Select(pair => pair.record);

        foreach (var batch in shuffled.Concat(records.Take(40)).Chunk(23))
            Commit(batch);

        Queries.HourlyCounters().ShouldBe(Queries.RecountHourly());
        var summary = Queries.Summarise();
        summary.Passages.ShouldBe(Queries.RecountHourly().Sum(count => count.Passages));
        summary.Tallies.Sum(tally => tally.Passages).ShouldBe(summary.Passages);
        summary.Rows.ShouldBe(300);
    }

    [Fact]
    public void Pages_follow_the_order_of_arrival_without_a_gap_or_a_repeat()
    {
        var one = new Journal("gate-1").Passages(7);
        var two = new Journal("gate-2").Passages(5);
        Commit([.. one.Take(3), .. two, .. one.Skip(3)]);

        var all = Pages(null, 4);
        var ofTwo = Pages("gate-2", 2);

        all.ShouldBe(Enumerable.Range(1, 12).Select(i => (long)i));
        ofTwo.ShouldBe([4, 5, 6, 7, 8]);
    }

    [Fact]
    public void The_latest_passages_come_newest_first_without_rechecks()
    {
        var journal = new Journal();
        Commit([journal.Passage(1), journal.Passage(2, "recheck"), journal.Passage(2, "hold"), .. journal.Passages(2)]);

        var latest = Queries.LatestPassages(3);

        latest.Select(row => row.Record.Key.Seq).ShouldBe([5, 4, 3]);
    }

    [Fact]
    public void Messages_put_aside_are_kept_up_to_the_limit_and_the_oldest_go_first()
    {
        var message = AsideMessage.Of("somewhere", new byte[] { 1, 2, 3 }, AsideReason.UnknownTopic);
        Ledger.Commit(new(Journal.Morning, [], [.. Enumerable.Repeat(message, AsideMessage.MaxKept)], []));

        Ledger.Commit(new(Journal.Morning, [], [message, message with { Topic = "last" }], []));

        var summary = Queries.Summarise();
        summary.Aside.ShouldBe(AsideMessage.MaxKept + 2);
        summary.AsideDropped.ShouldBe(2);
        Queries.ReadAside(1).Single().Topic.ShouldBe("last");
    }

    [Fact]
    public void A_message_put_aside_is_cut_to_its_limit_and_its_size_is_kept()
    {
        var message = AsideMessage.Of(new('t', 300), new byte[AsideMessage.MaxPayloadBytes + 1], AsideReason.TooLarge);

        Ledger.Commit(new(Journal.Morning, [], [message], []));

        var kept = Queries.ReadAside(1).Single();
        kept.Size.ShouldBe(AsideMessage.MaxPayloadBytes + 1);
        kept.Payload.Length.ShouldBe(AsideMessage.MaxPayloadBytes);
        kept.Topic.Length.ShouldBe(AsideMessage.MaxTopicLength);
    }

    List<long> Pages(string? device, int limit)
    {
        var seen = new List<long>();
        while (Queries.Read(new(device is null ? null : DeviceId.Parse(device), seen.LastOrDefault(), limit)) is { Count: > 0 } page)
        {
            page.Count.ShouldBeLessThanOrEqualTo(limit);
            seen.AddRange(page.Select(row => row.Receipt));
        }

        return seen;
    }

    static (long UpTo, string Missing) Mark(LedgerReceipt receipt)
    {
        var mark = receipt.Watermarks.Single().Watermark;
        return (mark.UpTo, string.Join(' ', mark.Missing.Select(hole => $"{hole.First}-{hole.Last}")));
    }
}
