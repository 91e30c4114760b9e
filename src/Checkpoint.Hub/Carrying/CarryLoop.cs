using Checkpoint.Carrying;
using Checkpoint.Hosting.Files;
using Checkpoint.Hub.Ingest;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;

namespace Checkpoint.Hub.Carrying;

/// <summary>Takes what was handed over to the running hub, and answers beside it. A file goes only once its answer is there.</summary>
sealed class CarryLoop(string folder, CarryDesk desk, CarryNews news, IngestParts parts, TimeProvider clock, ILogger<CarryLoop> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    /// <summary>Files in one turn.</summary>
    const int MaxFiles = 64;

    /// <summary>An answer that nobody has read for so long is removed.</summary>
    static readonly TimeSpan AnswerKept = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, clock);
        try
        {
            do
                Look();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    /// <summary>One turn.</summary>
    public void Look()
    {
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var path in Directory.EnumerateFiles(folder).Where(IsHandedOver).Order(StringComparer.Ordinal).Take(MaxFiles))
                Take(path);
            foreach (var answer in Directory.EnumerateFiles(folder, $"*{CarryPlace.Answer}").Where(IsForgotten))
                File.Delete(answer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.CarryFailed(error);
        }
    }

    static bool IsHandedOver(string path) => Path.GetExtension(path) is CarryPlace.Records or CarryPlace.Trust;

    bool IsForgotten(string path) => clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path) > AnswerKept;

    void Take(string path)
    {
        if (StickFile.TryRead(path, RecordsFile.MaxFileBytes) is { } content)
        {
            var receipt = Path.GetExtension(path) is CarryPlace.Trust ? Trust(content) : desk.Take(content, Tell);
            if (receipt.Refusal == CarryRefusal.OtherKey)
                parts.Alarms.OtherKey(receipt.Stream!.Value.Device);
            if (receipt is { Refusal: CarryRefusal.None, Stream: { } stream })
                news.Post(stream);
            DurableFile.Write(Path.ChangeExtension(path, CarryPlace.Answer), receipt.ToJson());
        }

        File.Delete(path);
    }

    CarryReceipt Trust(byte[] content)
    {
        var words = System.Text.Encoding.UTF8.GetString(content).Split('\n');
        return words is [var name, var key] && DeviceId.TryParse(name, out var device)
            ? new(desk.Trust(device, key), Stream: null)
            : new(CarryRefusal.Malformed, Stream: null);
    }

    void Tell(LedgerDelivery delivery, LedgerReceipt receipt)
    {
        parts.Metrics.Stored(delivery, receipt);
        parts.Alarms.Report(delivery, receipt);
        parts.Live.Publish(receipt.Stored.Where(row => row.Decides is not null));
    }
}
