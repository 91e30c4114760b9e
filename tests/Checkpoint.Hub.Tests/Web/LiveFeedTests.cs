using System.Net.ServerSentEvents;

namespace Checkpoint.Hub.Web;

public sealed class LiveFeedTests
{
    readonly LiveFeed feed = new();

    [Fact]
    public async Task A_viewer_who_does_not_keep_up_loses_the_oldest()
    {
        using var viewer = feed.Join().ShouldNotBeNull();
        for (var i = 0; i < LiveViewer.MaxWaiting + 2; i++)
            feed.Publish(new SseItem<string>($"{i}", LiveFeed.PassageEvent));
        feed.Close();

        var seen = await viewer.WatchAsync([], TestContext.Current.CancellationToken)
            .Select(item => item.Data).ToListAsync(TestContext.Current.CancellationToken);

        seen.Count.ShouldBe(LiveViewer.MaxWaiting);
        seen[0].ShouldBe("2");
    }

    [Fact]
    public void A_viewer_who_leaves_makes_room()
    {
        var viewers = Enumerable.Range(0, LiveFeed.MaxViewers).Select(_ => feed.Join()!).ToList();

        var tooMany = feed.Join();
        viewers[0].Dispose();
        var next = feed.Join();

        tooMany.ShouldBeNull();
        next.ShouldNotBeNull();
        viewers.ForEach(viewer => viewer.Dispose());
        next.Dispose();
        feed.HasViewers.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_joins_when_the_program_ends()
    {
        feed.Close();

        feed.Join().ShouldBeNull();
    }
}
