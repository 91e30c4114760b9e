using Checkpoint.Testing;

namespace Checkpoint.Hub.Persons;

/// <summary>What every book of openings does, whatever database it is in.</summary>
public abstract class OpeningBookContract
{
    static readonly DateTimeOffset Noon = new(2026, 11, 21, 4, 0, 0, 123, TimeSpan.Zero);

    private protected abstract IOpeningBook Book { get; }

    [Fact]
    public void What_was_opened_is_told_newest_first_as_it_was_written()
    {
        Book.Add(Opening(1));
        Book.Add(Opening(2));

        Book.Latest(10).ShouldBe([Opening(2), Opening(1)]);
        Book.Latest(1).ShouldBe([Opening(2)]);
    }

    [Fact]
    public void The_same_entry_opened_again_is_written_again()
    {
        Book.Add(Opening(1));
        Book.Add(Opening(1));

        Book.Latest(10).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("UPDATE opening SET opener = 'nobody'")]
    [InlineData("DELETE FROM opening")]
    public void Nothing_written_is_changed_or_taken_out(string sql)
    {
        Book.Add(Opening(1));

        Should.Throw<Exception>(() => Run(sql)).Message.ShouldContain("only ever added");

        Book.Latest(10).ShouldBe([Opening(1)]);
    }

    /// <summary>Runs a statement on the database itself.</summary>
    private protected abstract void Run(string sql);

    private protected static Opening Opening(long seq) =>
        new(Noon, new(Some.Device, Some.Epoch, seq), "王五", "流调 contact tracing; 'quoted'", "0123456789abcdef");
}
