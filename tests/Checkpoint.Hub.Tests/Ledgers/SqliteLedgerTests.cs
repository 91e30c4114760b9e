using Checkpoint.Testing;

namespace Checkpoint.Hub.Ledgers;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    readonly TempFolder folder = new();
    readonly SqliteLedger ledger;
    readonly SqliteLedgerQueries queries;

    public SqliteLedgerTests()
    {
        ledger = SqliteLedger.Open(folder["hub.db"]);
        queries = new(folder["hub.db"]);
    }

    private protected override ILedger Ledger => ledger;

    private protected override ILedgerQueries Queries => queries;

    public void Dispose()
    {
        queries.Dispose();
        ledger.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_second_hub_on_the_same_file_is_refused()
    {
        var error = Should.Throw<IOException>(() => SqliteLedger.Open(folder["hub.db"]));

        error.Message.ShouldContain("checkpoint-hub");
    }

    [Fact]
    public void A_ledger_opened_again_goes_on_where_it_stopped()
    {
        var records = new Journal().Passages(4);
        Commit(records[0], records[1]);
        ledger.Dispose();

        using var again = SqliteLedger.Open(folder["hub.db"]);
        var receipt = again.Commit(new(Journal.Morning, [records[2], records[3]], [], []));

        receipt.Stored.Select(row => row.Receipt).ShouldBe([3, 4]);
        receipt.Broken.ShouldBeEmpty();
        receipt.Watermarks.Single().Watermark.UpTo.ShouldBe(4);
    }

    [Fact]
    public void A_missing_folder_is_an_io_error() =>
        Should.Throw<IOException>(() => SqliteLedger.Open(folder["nowhere/hub.db"]));
}
