using Checkpoint.Testing;
using Microsoft.Data.Sqlite;

namespace Checkpoint.Hosting.Sqlite;

public sealed class SqliteStoreTests : IDisposable
{
    readonly TempFolder folder = new();

    string Path => folder["gate.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_store_has_every_setting_asked_for()
    {
        using var store = Open("One");

        store.Scalar<string>("PRAGMA journal_mode").ShouldBe("wal");
        store.Scalar<long>("PRAGMA synchronous").ShouldBe(2);
        store.Scalar<long>("PRAGMA foreign_keys").ShouldBe(1);
        store.Scalar<long>("PRAGMA busy_timeout").ShouldBe(5000);
        store.Scalar<long>("PRAGMA wal_autocheckpoint").ShouldBe(1000);
    }

    [Fact]
    public void A_setting_that_does_not_take_is_named()
    {
        var error = Should.Throw<InvalidOperationException>(() => SqliteStore.Open(":memory:", Prefix("One"), GetType().Assembly));

        error.Message.ShouldContain("journal_mode is memory, wanted wal");
    }

    [Fact]
    public void Migrations_apply_once_and_in_order()
    {
        using (var old = Open("One"))
            Write(old, 1, "first");

        using var store = Open("Two");
        using var again = SqliteStore.OpenReader(Path);

        again.Scalar<long>("PRAGMA user_version").ShouldBe(2);
        again.Scalar<long>("SELECT sent FROM entry WHERE seq = 1").ShouldBe(0);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_version_before_it()
    {
        Open("One").Dispose();

        Should.Throw<SqliteException>(() => Open("Broken"));

        using var store = Open("One");
        store.Scalar<long>("PRAGMA user_version").ShouldBe(1);
        store.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'half'").ShouldBe(0);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_with_advice()
    {
        Open("Two").Dispose();

        var error = Should.Throw<InvalidDataException>(() => Open("One"));

        error.Message.ShouldContain("schema version 2, this program knows up to 1");
        error.Message.ShouldContain("Install the newer program");
    }

    [Theory]
    [InlineData("Gap", "0003_late.sql should be number 2")]
    [InlineData("Nothing", "no migrations under")]
    public void Wrongly_numbered_migrations_are_a_bug(string set, string message) =>
        Should.Throw<InvalidOperationException>(() => Open(set)).Message.ShouldContain(message);

    [Fact]
    public void A_file_that_is_no_database_is_corrupt()
    {
        File.WriteAllText(Path, new string('x', 8192));

        Should.Throw<CorruptStoreException>(() => Open("One")).Message.ShouldContain(Path);
    }

    [Fact]
    public void A_database_with_damaged_pages_is_corrupt()
    {
        using (var store = Open("One"))
            store.InTransaction(() => WriteMany(store, 2000));
        using (var file = File.OpenWrite(Path))
        {
            file.Position = 4096 * 3;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096 * 8).ToArray());
        }

        Should.Throw<CorruptStoreException>(() => Open("One")).Message.ShouldContain(Path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_io_error() =>
        Should.Throw<IOException>(() => SqliteStore.Open(folder["no/gate.db"], Prefix("One"), GetType().Assembly))
            .ShouldNotBeOfType<CorruptStoreException>();

    [Fact]
    public void A_transaction_that_throws_leaves_nothing()
    {
        using var store = Open("One");

        Should.Throw<TimeoutException>(() => store.InTransaction(() =>
        {
            Write(store, 1, "lost");
            throw new TimeoutException();
        }));

        store.Scalar<long>("SELECT count(*) FROM entry").ShouldBe(0);
        store.InTransaction(() => Write(store, 1, "kept"));
        store.Query("SELECT text FROM entry", r => r.GetString(0)).ShouldBe(["kept"]);
    }

    [Fact]
    public void A_full_disk_is_an_io_error_and_the_store_goes_on()
    {
        using var store = Open("One");
        store.Execute("PRAGMA max_page_count = 8");

        Should.Throw<IOException>(() => store.InTransaction(() => WriteMany(store, 2000)))
            .ShouldNotBeOfType<CorruptStoreException>();

        store.InTransaction(() => Write(store, 1, "after"));
        store.Scalar<long>("SELECT count(*) FROM entry").ShouldBe(1);
    }

    [Fact]
    public void A_reader_sees_commits_and_cannot_write()
    {
        using var store = Open("One");
        using var reader = SqliteStore.OpenReader(Path);

        Write(store, 1, "first");

        reader.Scalar<string>("SELECT text FROM entry").ShouldBe("first");
        Should.Throw<IOException>(() => Write(reader, 2, "second"));
    }

    [Fact]
    public void A_reader_that_closes_last_leaves_the_log_alone()
    {
        using var store = Open("One");
        Write(store, 1, "in the log");
        var copy = folder["copy.db"];
        File.Copy(Path, copy);
        File.Copy(Path + "-wal", copy + "-wal");
        var log = new FileInfo(copy + "-wal").Length;

        using (var reader = SqliteStore.OpenReader(copy))
            reader.Scalar<string>("SELECT text FROM entry").ShouldBe("in the log");

        log.ShouldBeGreaterThan(0);
        new FileInfo(copy + "-wal").Length.ShouldBe(log);
    }

    [Fact]
    public void A_reader_does_not_make_a_store() => Should.Throw<IOException>(() => SqliteStore.OpenReader(Path));

    [Fact]
    public void No_more_statements_stay_prepared_than_the_limit()
    {
        using var store = Open("One");
        using var statements = new SqliteStatements(store.Connection);

        for (var i = 0; i <= SqliteStatements.MaxPrepared; i++)
            statements.Prepare($"SELECT {i}", []).ExecuteScalar().ShouldBe((long)i);

        statements.Count.ShouldBe(SqliteStatements.MaxPrepared);
        statements.Prepare("SELECT 0", []).ExecuteScalar().ShouldBe(0L);
    }

    [Fact]
    public void Null_goes_in_and_comes_out_as_the_default()
    {
        using var store = Open("One");

        store.Scalar<string>("SELECT $value", ("$value", null)).ShouldBeNull();
        store.Scalar<long>("SELECT 7 WHERE 0").ShouldBe(0);
    }

    SqliteStore Open(string set) => SqliteStore.Open(Path, Prefix(set), GetType().Assembly);

    static string Prefix(string set) => $"Checkpoint.Hosting.Sqlite.Migrations.{set}.";

    static void Write(SqliteStore store, long seq, string text) =>
        store.Execute("INSERT INTO entry (seq, text) VALUES ($seq, $text)", ("$seq", seq), ("$text", text));

    static void WriteMany(SqliteStore store, int count)
    {
        for (var seq = 1; seq <= count; seq++)
            Write(store, seq, new string('n', 200));
    }
}
