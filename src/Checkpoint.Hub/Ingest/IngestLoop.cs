using System.Diagnostics;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

/// <summary>
/// Owns the link and the ledger: collects what has come, commits it, and only then says so. While the database fails, it keeps what
/// it holds and tries again; the link's bounded events then hold up the broker, and boxes keep their entries in any case.
/// </summary>
sealed class IngestLoop(
    IMqttLink link,
    PatientLedger ledger,
    IngestParts parts,
    TimeProvider clock,
    ILogger<IngestLoop> log) : BackgroundService
{
    /// <summary>How often the hub says that it is there, and what time it has.</summary>
    public static readonly TimeSpan SayOnlineEvery = TimeSpan.FromMinutes(1);

    /// <summary>How often the loop turns when nothing comes.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    /// <summary>A link that lasted this long was good: the next failure starts from the shortest wait.</summary>
    static readonly TimeSpan StableAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long the good-bye may take.</summary>
    static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(5);

    readonly Intake intake = new();
    readonly WatermarkOutbox watermarks = new();
    readonly BackOff reconnect = new();
    long? connectAt = clock.GetTimestamp();
    long connectedAt;
    long? saidOnlineAt;
    bool refusalLogged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Tend();
            if (await SomethingCameAsync(stoppingToken))
                Collect();
            await StoreAsync(stoppingToken);
        }

        await LeaveAsync();
    }

    void Tend()
    {
        parts.State.Turned();
        if (connectAt is { } due && clock.GetTimestamp() >= due)
        {
            connectAt = null;
            link.Connect();
        }

        if (parts.State.BrokerConnected && (saidOnlineAt is not { } said || clock.GetElapsedTime(said) >= SayOnlineEvery))
        {
            saidOnlineAt = clock.GetTimestamp();
            link.Publish(HubWord.Online(clock));
        }

        watermarks.Flush(link.Publish);
    }

    async Task<bool> SomethingCameAsync(CancellationToken stop)
    {
        if (link.Events.TryPeek(out _))
            return true;

        using var turn = new CancellationTokenSource(Turn, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Token, stop);
        try
        {
            return await link.Events.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    void Collect()
    {
        while (!intake.IsFull && link.Events.TryRead(out var happened))
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

    void OnConnected(MqttEvent.Connected connected)
    {
        connectedAt = clock.GetTimestamp();
        saidOnlineAt = null;
        refusalLogged = false;
        parts.State.BrokerConnected = true;
        log.BrokerConnected(connected.ProtocolVersion, connected.SessionPresent);
    }

    void OnDisconnected(MqttEvent.Disconnected disconnected)
    {
        if (parts.State.BrokerConnected && clock.GetElapsedTime(connectedAt) >= StableAfter)
            reconnect.Reset();
        parts.State.BrokerConnected = false;
        watermarks.Disconnected();

        var wait = reconnect.Next(Random.Shared);
        connectAt = clock.GetTimestamp() + (long)(wait.TotalSeconds * clock.TimestampFrequency);
        if (disconnected.TakenOver)
            log.IdentityTakenOver();
        log.BrokerLost(disconnected.Reason, wait);
    }

    void OnPublished(MqttEvent.Published published)
    {
        if (watermarks.Answered(published.MessageId) && !published.Accepted && !refusalLogged)
        {
            refusalLogged = true;
            log.WatermarkRefused();
        }
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
                intake.Add(records.Batch);
                break;
            case Incoming.Born born:
                intake.Add(new StreamKey(born.Device, born.Birth.Epoch));
                break;
            case Incoming.Seen seen:
                parts.Presence.Say(seen.Device, seen.State);
                break;
            case Incoming.Alarmed alarmed:
                parts.Metrics.AlarmRaised();
                log.BoxAlarm(alarmed.Device, alarmed.Kind);
                break;
            case Incoming.PutAside aside:
                intake.Add(aside.Message);
                break;
        }
    }

    async Task StoreAsync(CancellationToken stop)
    {
        if (intake.IsEmpty)
            return;

        var delivery = intake.Take(clock.GetUtcNow());
        if (await ledger.CommitAsync(delivery, stop) is not { } receipt)
            return;

        watermarks.Add(receipt.Watermarks);
        watermarks.Flush(link.Publish);
        Tell(delivery, receipt);
    }

    void Tell(LedgerDelivery delivery, LedgerReceipt receipt)
    {
        parts.Metrics.Stored(delivery, receipt);
        foreach (var conflict in receipt.Conflicts)
            log.Conflict(conflict.Device, conflict.Epoch, conflict.Seq);
        foreach (var broken in receipt.Broken)
            log.BrokenLink(broken.Device, broken.Epoch, broken.Seq);
        if (receipt.Refused > 0)
            log.RecordsRefused(receipt.Refused);
        if (delivery.Aside.Count > 0)
            log.PutAside(delivery.Aside.Count, delivery.Aside[0].Reason);
        parts.Live.Publish(receipt.Stored.Where(row => row.Decides is not null));
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

        parts.State.BrokerConnected = false;
    }
}
