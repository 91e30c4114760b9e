using System.Diagnostics;
using Checkpoint.Delivery;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>Owns the link and the ledger: feeds <see cref="IngestMachine"/> and carries out what it says.</summary>
sealed class IngestLoop(
    IMqttLink link,
    WatchedLedger ledger,
    ILedgerQueries queries,
    IngestParts parts,
    TimeProvider clock,
    ILogger<IngestLoop> log) : BackgroundService
{
    /// <summary>How often the loop turns when nothing comes.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    /// <summary>How long the good-bye may take.</summary>
    static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(5);

    readonly Dictionary<int, StreamKey> told = []; // message ids in flight; bounded by OutgoingWatermarks.MaxInFlight
    readonly long start = clock.GetTimestamp();
    IngestState state = new();
    bool refusalLogged;

    TimeSpan Elapsed => clock.GetElapsedTime(start);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Recall();
        while (!stoppingToken.IsCancellationRequested)
        {
            parts.Pulse.Turned();
            Collect();
            CollectCarried();
            Feed(new IngestInput.Ticked(Elapsed));
            await SomethingComesAsync(stoppingToken);
        }

        await LeaveAsync();
    }

    void Recall()
    {
        try
        {
            Feed(new IngestInput.Recalled(Elapsed, [.. queries.Summarise().Streams
                .Where(stream => !stream.State.Position.Ahead.IsEmpty)
                .Select(stream => new StreamWatermark(
                    stream.Stream.Device,
                    new(stream.Stream.Epoch, stream.State.Position.UpTo, stream.State.Position.Missing())))]));
        }
        catch (IOException error)
        {
            log.LedgerUnreadable(error);
        }
    }

    // While nothing more may be taken, what has come is no reason to turn.
    async Task SomethingComesAsync(CancellationToken stop)
    {
        if (!state.IsFull && link.Events.TryPeek(out _))
            return;

        using var turn = new CancellationTokenSource(Turn, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Token, stop);
        try
        {
            if (state.IsFull)
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, either.Token);
            else
                await link.Events.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to turn.
        }
    }

    void Collect()
    {
        while (!state.IsFull && link.Events.TryRead(out var happened))
        {
            switch (happened)
            {
                case MqttEvent.Connected connected:
                    OnConnected(connected);
                    break;
                case MqttEvent.Disconnected disconnected:
                    OnDisconnected(disconnected);
                    break;
                case MqttEvent.Published published:
                    OnPublished(published);
                    break;
                case MqttEvent.Received received:
                    OnReceived(received.Message);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    // What came by hand is looked at as if its box had asked: gaps close, and the box hears of it if there is a way.
    void CollectCarried()
    {
        while (!state.IsFull && parts.Carried.Streams.TryRead(out var stream))
            Feed(new IngestInput.Asked(Elapsed, stream));
    }

    void OnConnected(MqttEvent.Connected connected)
    {
        told.Clear();
        refusalLogged = false;
        parts.Pulse.BrokerConnected = true;
        log.BrokerConnected(connected.ProtocolVersion, connected.SessionPresent);
        Feed(new IngestInput.Connected(Elapsed));
    }

    void OnDisconnected(MqttEvent.Disconnected disconnected)
    {
        told.Clear();
        parts.Pulse.BrokerConnected = false;
        Feed(new IngestInput.Disconnected(Elapsed, Jitter()) { TakenOver = disconnected.TakenOver });
        if (disconnected.TakenOver)
            log.IdentityTakenOver();
        log.BrokerLost(disconnected.Reason, Until(state.Link.RetryAt));
    }

    void OnPublished(MqttEvent.Published published)
    {
        if (!told.Remove(published.MessageId, out var stream))
            return;
        if (!published.Accepted && !refusalLogged)
        {
            refusalLogged = true;
            log.WatermarkRefused();
        }

        Feed(new IngestInput.Answered(Elapsed, stream));
    }

    void OnReceived(MqttMessage message)
    {
        parts.Metrics.MessageReceived();
        var incoming = parts.Inbox.Read(message);
        if (Topics.TryReadDevice(message.Topic, out var device, out _))
            parts.Presence.Hear(device, clock.GetUtcNow());
        switch (incoming)
        {
            case Incoming.Records records:
                Feed(new IngestInput.Arrived(Elapsed, records.Batch));
                break;
            case Incoming.Born born:
                Feed(new IngestInput.Asked(Elapsed, new(born.Device, born.Birth.Epoch)));
                if (born.Birth.Key is { } key)
                    Meet(born.Device, key);
                if (born.Birth.KeptAside > 0)
                    log.JournalsKeptAside(born.Device, born.Birth.KeptAside);
                break;
            case Incoming.Seen seen:
                parts.Presence.Say(seen.Device, seen.State);
                break;
            case Incoming.Heard { Level: { } level } heard:
                parts.Drifts.Take(heard.Device, level);
                break;
            case Incoming.Alarmed alarmed:
                parts.Metrics.AlarmRaised();
                log.BoxAlarm(alarmed.Device, alarmed.Kind);
                break;
            case Incoming.PutAside aside:
                Feed(new IngestInput.Strange(Elapsed, aside.Message));
                break;
        }
    }

    void Feed(IngestInput input)
    {
        (state, var effects) = IngestMachine.Advance(state, input);
        foreach (var effect in effects)
            Carry(effect);
    }

    void Carry(IngestEffect effect)
    {
        switch (effect)
        {
            case IngestEffect.Connect:
                link.Connect();
                break;
            case IngestEffect.SayOnline:
                link.Publish(HubWord.Online(clock));
                break;
            case IngestEffect.Commit commit:
                Commit(commit.Delivery);
                break;
            case IngestEffect.Tell { Watermark: var mark }:
                // A link that is down says so next, and then this goes again.
                if (link.Publish(new(Topics.Ack(mark.Device), mark.Watermark.ToJson())) is { } id)
                    told[id] = mark.Stream;
                break;
            case IngestEffect.ReportGap report:
                parts.Alarms.Report(report.Gap);
                break;
            default:
                throw new UnreachableException();
        }
    }

    void Commit(IngestDelivery inHand)
    {
        try
        {
            var (delivery, receipt) = ledger.Commit(inHand);
            Feed(new IngestInput.Committed(Elapsed, [.. receipt.Watermarks]));
            parts.Metrics.Stored(delivery, receipt);
            parts.Alarms.Report(delivery, receipt);
            parts.Live.Publish(receipt.Stored.Where(row => row.Decides is not null));
        }
        catch (IOException error)
        {
            Feed(new IngestInput.CommitFailed(Elapsed, Jitter()));
            log.StorageFailed(error, inHand.Records, Until(state.CommitAt));
        }
    }

    // The broker let the box in under its name, so its first key is the one to know it by when it comes by hand.
    void Meet(DeviceId device, string key)
    {
        try
        {
            if (!ledger.Knows(device, key))
                parts.Alarms.OtherKey(device);
        }
        catch (IOException error)
        {
            log.LedgerUnreadable(error); // the box says it again when it connects again
        }
    }

    async Task LeaveAsync()
    {
        link.Disconnect(HubWord.Offline(clock));
        using var deadline = new CancellationTokenSource(LeaveTimeout, clock);
        try
        {
            // What still comes is dropped: nobody was told that it is stored, so it comes again.
            await foreach (var happened in link.Events.ReadAllAsync(deadline.Token))
            {
                if (happened is MqttEvent.Disconnected)
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            log.LeftWithoutAnswer();
        }

        parts.Pulse.BrokerConnected = false;
    }

    TimeSpan Until(TimeSpan? at) => at is { } due && due > Elapsed ? due - Elapsed : TimeSpan.Zero;

#pragma warning disable CA5394 // jitter is spread, not a secret
    static double Jitter() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
