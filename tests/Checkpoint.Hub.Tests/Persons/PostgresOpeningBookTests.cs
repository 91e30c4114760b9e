using Checkpoint.Hub.Ledgers;
using Npgsql;

namespace Checkpoint.Hub.Persons;

public sealed class PostgresOpeningBookTests(PostgresServer server) : OpeningBookContract, IClassFixture<PostgresServer>, IAsyncLifetime
{
    string connection = "";
    PostgresOpeningBook? book;

    private protected override IOpeningBook Book => book!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(server.IsRunning, PostgresServer.WhySkipped);
        connection = await server.NewDatabaseAsync(TestContext.Current.CancellationToken);
        book = PostgresOpeningBook.Open(connection);
    }

    public ValueTask DisposeAsync()
    {
        book?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_whole_table_cannot_be_emptied_either()
    {
        Book.Add(Opening(1));

        Should.Throw<PostgresException>(() => Run("TRUNCATE opening")).Message.ShouldContain("only ever added");

        Book.Latest(10).Count.ShouldBe(1);
    }

    private protected override void Run(string sql)
    {
        using var source = NpgsqlDataSource.Create(connection);
#pragma warning disable CA2100 // the test's own
        using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
