using Checkpoint.Journaling;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Delivery;

public sealed class DisownTests
{
    static readonly EntryHash Ours = Some.Chain(2)[1].Hash;
    static readonly EntryHash Theirs = Some.Chain(1)[0].Hash;

    [Fact]
    public void The_same_link_at_the_watermark_proves_that_the_ledger_holds_this_journal() =>
        Written().Confirm(Mark(2, Ours), Ours).Effects.ShouldBe([new OutboxEffect.Release(2)]);

    [Fact]
    public void Another_link_at_the_watermark_releases_nothing_and_disowns_the_journal()
    {
        var outbox = Written().Confirm(Mark(2, Theirs), Ours);

        outbox.Effects.ShouldBe([new OutboxEffect.Disown()]);
        outbox.State.Released.ShouldBe(0);
        outbox.Append(9).Answer().Tick(60).Effects.ShouldBeEmpty();
        outbox.Confirm(Mark(2, Ours), Ours).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_link_beyond_what_this_disk_has_written_disowns_the_journal() =>
        Written().Confirm(Mark(9, Theirs), own: null).Effects.ShouldBe([new OutboxEffect.Disown()]);

    [Fact]
    public void A_disputed_journal_is_disowned_whatever_the_watermark_says() =>
        Written().Confirm(Mark(2, Ours) with { IsDisputed = true }, Ours).Effects.ShouldBe([new OutboxEffect.Disown()]);

    [Fact]
    public void An_old_watermark_is_not_looked_at_again() =>
        Written().Confirm(Mark(2, Ours), Ours).Confirm(Mark(1, Theirs), own: null).State.IsDisowned.ShouldBeFalse();

    [Fact]
    public void Another_journals_dispute_is_none_of_this_ones() =>
        Written().Confirm(new Watermark(Epoch.Parse("ffffffffffffffff"), 2, []) { IsDisputed = true }).State.IsDisowned.ShouldBeFalse();

    static Outbox Written() => new Outbox(written: 3).Connect();

    static Watermark Mark(long upTo, EntryHash hash) => new(Some.Epoch, upTo, []) { Hash = hash };
}
