using Checkpoint.Edge.Journaling;
using Checkpoint.Hosting.Sqlite;
using Checkpoint.Testing;

namespace Checkpoint.Edge.Outbox;

public sealed class SalvageDeliveryTests : OutboxFixture
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_a_damaged_journal_still_holds_reaches_the_hub_beside_the_new_entries()
    {
        Box.Write(400);
        var damaged = Journal.Epoch;
        Box.Journal.Replace(Journal, new CorruptStoreException("A test says so."));
        Overwrite(Box.Journal.MovedAside!, page: 10, pages: 2);
        Box.Write(2);

        await StartAsync();

        var marker = Box.Journal.MovedAside + StoreFile.DeliveredSuffix;
        await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(marker)), "all that was found is delivered", Patience, Cancel);
        await ReleasedAsync(2);
        var salvaged = Hub.Records.Where(record => record.Key.Epoch == damaged).Select(record => record.Key.Seq).ToList();
        salvaged.Count.ShouldBeInRange(300, 399);
        salvaged.ShouldContain(1);
        salvaged.ShouldContain(400);
        File.Exists(Box.Journal.MovedAside).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_hub_had_confirmed_is_not_sent_again()
    {
        Box.Write(30);
        Journal.Release(25, at: null);
        var damaged = Journal.Epoch;
        Box.Journal.Replace(Journal, new CorruptStoreException("A test says so."));

        await StartAsync();

        await Eventually.HoldsAsync(
            () => Task.FromResult(File.Exists(Box.Journal.MovedAside + StoreFile.DeliveredSuffix)), "all that was found is delivered", Patience, Cancel);
        Hub.Records.Where(record => record.Key.Epoch == damaged).Select(record => record.Key.Seq).ShouldBe([26, 27, 28, 29, 30]);
    }

    static void Overwrite(string file, int page, int pages)
    {
        const int size = 4096;
        using var store = new FileStream(file, FileMode.Open);
        store.Position = page * size;
        store.Write(new byte[pages * size]);
    }
}
