using System.Net.ServerSentEvents;
using System.Text;
using Checkpoint.Hub.Ledgers;

namespace Checkpoint.Hub.Web;

/// <summary>
/// Spreads what happens to everybody who watches. A viewer who does not keep up loses the oldest events, never holds up the rest.
/// Thread-safe.
/// </summary>
sealed class LiveFeed
{
    /// <summary>Viewers at one time.</summary>
    public const int MaxViewers = 64;

    /// <summary>Event that carries one ledger row.</summary>
    public const string PassageEvent = "passage";

    /// <summary>Event that carries the summary.</summary>
    public const string SummaryEvent = "summary";

    readonly Lock changing = new();
    readonly HashSet<LiveViewer> viewers = [];
    bool isClosed;

    /// <summary>Whether anybody watches.</summary>
    public bool HasViewers
    {
        get
        {
            lock (changing)
                return viewers.Count > 0;
        }
    }

    /// <summary>A summary as an event.</summary>
    public static SseItem<string> Summary(byte[] json) => new(Encoding.UTF8.GetString(json), SummaryEvent);

    /// <summary>A ledger row as an event.</summary>
    public static SseItem<string> Passage(LedgerRow row) => new(Encoding.UTF8.GetString(LedgerJson.Row(row)), PassageEvent);

    /// <summary>Lets somebody watch until disposed.</summary>
    /// <returns>The viewer, or null when there are enough.</returns>
    public LiveViewer? Join()
    {
        lock (changing)
        {
            if (isClosed || viewers.Count >= MaxViewers)
                return null;
            var viewer = new LiveViewer(Leave);
            viewers.Add(viewer);
            return viewer;
        }
    }

    /// <summary>Shows passages that were stored, oldest first.</summary>
    public void Publish(IEnumerable<LedgerRow> passages)
    {
        if (!HasViewers)
            return;
        foreach (var passage in passages.TakeLast(LiveViewer.MaxWaiting))
            Publish(Passage(passage));
    }

    /// <summary>Shows one event.</summary>
    public void Publish(SseItem<string> happened)
    {
        lock (changing)
        {
            foreach (var viewer in viewers)
                viewer.Show(happened);
        }
    }

    /// <summary>Ends every viewer's stream; nobody may join any more. Otherwise open pages would hold up the program's end.</summary>
    public void Close()
    {
        lock (changing)
        {
            isClosed = true;
            foreach (var viewer in viewers)
                viewer.Close();
        }
    }

    void Leave(LiveViewer viewer)
    {
        lock (changing)
            viewers.Remove(viewer);
    }
}
