using Checkpoint.Hub.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

public sealed class IntakeTests
{
    readonly Intake intake = new();

    [Fact]
    public void Records_up_to_the_limit_make_one_commit()
    {
        var batches = new Journal().Passages(Intake.MaxRecords).Chunk(RecordBatch.MaxRecords).ToArray();

        foreach (var batch in batches[..^1])
            intake.Add(new RecordBatch([.. batch]));
        var before = intake.IsFull;
        intake.Add(new RecordBatch([.. batches[^1]]));

        before.ShouldBeFalse();
        intake.IsFull.ShouldBeTrue();
    }

    [Fact]
    public void Messages_up_to_the_limit_make_one_commit_and_then_it_begins_anew()
    {
        for (var i = 0; i < Intake.MaxMessages; i++)
        {
            intake.IsFull.ShouldBeFalse();
            intake.Add(AsideMessage.Of("t", default, AsideReason.UnknownTopic));
        }

        var full = intake.IsFull;
        var delivery = intake.Take(Journal.Morning);

        full.ShouldBeTrue();
        delivery.Aside.Count.ShouldBe(Intake.MaxMessages);
        intake.IsEmpty.ShouldBeTrue();
        intake.IsFull.ShouldBeFalse();
    }
}
