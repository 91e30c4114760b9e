using Checkpoint.Testing;

namespace Checkpoint.Hosting.Sqlite;

public sealed class StoreFileTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ManualClock clock = new(new(2022, 4, 1, 8, 2, 3, TimeSpan.FromHours(8)));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_three_files_move_and_none_is_lost()
    {
        WriteStore("first");

        var target = StoreFile.MoveAside(folder["gate.db"], clock);

        target.ShouldBe(folder["gate.db.bad-20220401T000203Z"]);
        File.ReadAllText(target).ShouldBe("first");
        File.ReadAllText(target + "-wal").ShouldBe("first-wal");
        File.ReadAllText(target + "-shm").ShouldBe("first-shm");
        File.Exists(folder["gate.db"]).ShouldBeFalse();
    }

    [Fact]
    public void A_second_one_in_the_same_second_has_a_name_of_its_own()
    {
        WriteStore("first");
        StoreFile.MoveAside(folder["gate.db"], clock);
        WriteStore("second");

        var target = StoreFile.MoveAside(folder["gate.db"], clock);

        target.ShouldEndWith("Z-2");
        File.ReadAllText(target).ShouldBe("second");
        Directory.GetFiles(folder.Path).Length.ShouldBe(6);
    }

    [Fact]
    public void A_log_without_its_database_moves_too()
    {
        File.WriteAllText(folder["gate.db-wal"], "left over");

        var target = StoreFile.MoveAside(folder["gate.db"], clock);

        File.Exists(target).ShouldBeFalse();
        File.ReadAllText(target + "-wal").ShouldBe("left over");
    }

    void WriteStore(string text)
    {
        File.WriteAllText(folder["gate.db"], text);
        File.WriteAllText(folder["gate.db-wal"], text + "-wal");
        File.WriteAllText(folder["gate.db-shm"], text + "-shm");
    }
}
