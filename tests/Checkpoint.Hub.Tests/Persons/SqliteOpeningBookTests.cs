using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;
using Microsoft.Data.Sqlite;

namespace Checkpoint.Hub.Persons;

public sealed class SqliteOpeningBookTests : OpeningBookContract, IDisposable
{
    readonly TempFolder folder = new();
    readonly SqliteOpeningBook book;

    public SqliteOpeningBookTests() => book = SqliteOpeningBook.Open(folder["hub.db"]);

    private protected override IOpeningBook Book => book;

    public void Dispose()
    {
        book.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Two_at_once_take_turns()
    {
        Should.Throw<FileHeldException>(() => SqliteOpeningBook.Open(folder["hub.db"])).Message.ShouldContain("checkpoint-hub person");
    }

    [Fact]
    public void A_book_that_is_opened_again_holds_what_was_written()
    {
        book.Add(Opening(1));
        book.Dispose();

        using var again = SqliteOpeningBook.Open(folder["hub.db"]);

        again.Latest(10).ShouldBe([Opening(1)]);
    }

    private protected override void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder["hub.db"]}{SqliteOpeningBook.Suffix};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
