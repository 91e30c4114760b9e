namespace Checkpoint.Hub.Ledgers;

public sealed class PostgresLedgerTests(PostgresServer server) : LedgerContract, IClassFixture<PostgresServer>, IAsyncLifetime
{
    string connection = "";
    PostgresLedger? ledger;
    PostgresLedgerQueries? queries;

    private protected override ILedger Ledger => ledger!;

    private protected override ILedgerQueries Queries => queries!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(server.IsRunning, PostgresServer.WhySkipped);
        connection = await server.NewDatabaseAsync(TestContext.Current.CancellationToken);
        ledger = PostgresLedger.Open(connection);
        queries = new(connection);
    }

    public ValueTask DisposeAsync()
    {
        queries?.Dispose();
        ledger?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_hubs_that_commit_at_once_number_receipts_without_holes_or_repeats()
    {
        using var other = PostgresLedger.Open(connection);
        var one = new Journal("gate-1").Passages(200);
        var two = new Journal("gate-2").Passages(200);

        await Task.WhenAll(
            Task.Run(() => Array.ForEach(one.Chunk(7).ToArray(), batch => ledger!.Commit(new(Journal.Morning, batch, [], []))), TestContext.Current.CancellationToken),
            Task.Run(() => Array.ForEach(two.Chunk(5).ToArray(), batch => other.Commit(new(Journal.Morning, batch, [], []))), TestContext.Current.CancellationToken));

        Queries.Read(new(null, 0, LedgerQuery.MaxLimit)).Select(row => row.Receipt).ShouldBe(Enumerable.Range(1, 400).Select(i => (long)i));
        Queries.HourlyCounters().ShouldBe(Queries.RecountHourly());
    }

    [Fact]
    public async Task A_server_that_goes_away_is_an_io_error_and_the_ledger_goes_on_when_it_returns()
    {
        var records = new Journal().Passages(2);
        Commit(records[0]);

        await server.KillAsync();
        var error = Should.Throw<IOException>(() => Commit(records[1]));
        await server.StartAsync();
        var receipt = Commit(records[1]);

        error.Message.ShouldStartWith("PostgreSQL:");
        receipt.Watermarks.Single().Watermark.UpTo.ShouldBe(2);
    }
}
