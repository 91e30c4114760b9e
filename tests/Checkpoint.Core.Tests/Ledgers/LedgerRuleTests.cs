using System.Text;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Ledgers;

public sealed class LedgerRuleTests
{
    readonly IReadOnlyList<WireRecord> chain = Some.Chain(4);

    [Fact]
    public void The_next_record_is_new()
    {
        var admission = Admit(chain[1], chain[0]);

        (admission.Acceptance, admission.Position.UpTo).ShouldBe((Acceptance.New, 2));
        admission.Broken.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_record_again_is_a_duplicate() => Admit(chain[0], chain[0]).Acceptance.ShouldBe(Acceptance.Duplicate);

    [Fact]
    public void Another_record_under_the_same_number_is_a_conflict_and_changes_nothing()
    {
        var admission = Admit(Forged(chain[1]), chain[0], chain[1]);

        (admission.Acceptance, admission.Position.UpTo).ShouldBe((Acceptance.Conflict, 2));
    }

    [Fact]
    public void A_record_that_does_not_follow_breaks_the_chain() =>
        Admit(Forged(chain[1]), chain[0]).Broken.ShouldBe([chain[1].Key]);

    [Fact]
    public void A_record_that_the_next_one_does_not_follow_breaks_the_chain_there() =>
        Admit(Forged(chain[1]), chain[0], chain[2]).Broken.ShouldBe([chain[1].Key, chain[2].Key]);

    [Fact]
    public void The_first_record_follows_the_start() => Admit(Forged(chain[0])).Broken.ShouldBe([chain[0].Key]);

    [Fact]
    public void One_hole_too_many_is_refused()
    {
        var position = new StreamPosition(0, [.. Enumerable.Range(1, StreamPosition.MaxAhead).Select(i => new SeqRange(10 * i, 10 * i))]);

        LedgerRule.Admit(position, chain[3], _ => null).Acceptance.ShouldBe(Acceptance.Refused);
    }

    static Admission Admit(WireRecord record, params WireRecord[] held) => LedgerRule.Admit(
        held.Aggregate(StreamPosition.Start, (position, one) => position.Accept(one.Key.Seq, out _)),
        record,
        key => held.SingleOrDefault(one => one.Key == key));

    static WireRecord Forged(WireRecord record) => record with
    {
        Canonical = Encoding.UTF8.GetBytes("forged"),
        Hash = record.Hash.Next("forged"u8),
    };
}
