using System.Security.Cryptography;
using Checkpoint.Delivery;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Operations;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Journaling;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

/// <summary>The one loop that owns the link to the broker: feeds <see cref="OutboxMachine"/> and carries out what it says.</summary>
sealed class OutboxLoop(
    BoxIdentity identity,
    IMqttLink link,
    BrokerEndpoint broker,
    GateJournal journal,
    OutboxInbox inbox,
    BoxStatus status,
    GateMetrics metrics,
    TimeProvider time,
    ILogger<OutboxLoop> log) : BackgroundService
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    readonly DeviceId device = identity.Device;
    readonly long start = time.GetTimestamp();
    readonly HashSet<int> batches = []; // message ids in flight; bounded by the machine's window

    Journal? emptied;
    OutboxState? state;
    bool? hubOnline;
    TimeSpan nextHealth;

    TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        var ticks = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var events = link.Events.WaitToReadAsync(stoppingToken).AsTask();
        var news = inbox.News.WaitToReadAsync(stoppingToken).AsTask();
        try
        {
            while (true)
            {
                await await Task.WhenAny(ticks, events, news);
                Turn();
                ticks = ticks.IsCompleted ? timer.WaitForNextTickAsync(stoppingToken).AsTask() : ticks;
                events = events.IsCompleted ? link.Events.WaitToReadAsync(stoppingToken).AsTask() : events;
                news = news.IsCompleted ? inbox.News.WaitToReadAsync(stoppingToken).AsTask() : news;
            }
        }
        finally
        {
            link.Disconnect(ConnectionMessage(online: false));
        }
    }

    void Turn()
    {
        try
        {
            while (inbox.News.TryRead(out _))
            {
                // One look at the journal stands for all of them.
            }

            Follow(journal.Current);
            while (link.Events.TryRead(out var happened))
                Handle(happened);
            Feed(new OutboxInput.Ticked(Elapsed));
            SayWhatIsDue();
        }
        catch (IOException error)
        {
            log.OutboxStorageFailed(error);
        }
    }

    // A journal that was moved aside is followed by another, with an epoch of its own.
    void Follow(Journal? now)
    {
        if (now is not null && !ReferenceEquals(now, emptied))
        {
            var before = state ?? new(now.Epoch, 0, 0);
            emptied = now;
            state = new OutboxState(now.Epoch, now.Written, now.Released)
            {
                Window = before.Window,
                RetryAt = before.RetryAt,
                Failures = before.Failures,
                UpSince = before.UpSince,
                ProgressAt = Elapsed,
            };
            SayBirth();
        }

        if (now is not null && now.Written > state!.Written)
            Feed(new OutboxInput.Appended(Elapsed, now.Written));
    }

    void Handle(MqttEvent happened)
    {
        switch (happened)
        {
            case MqttEvent.Connected up:
                log.BrokerConnected(broker.ToString(), up.ProtocolVersion == 5 ? "5" : "3.1.1", up.SessionPresent ? "resumed" : "new", up.ReceiveMaximum);
                status.BrokerIsConnected(true);
                SayBirth();
                batches.Clear();
                Feed(new OutboxInput.Connected(Elapsed, up.ReceiveMaximum));
                break;
            case MqttEvent.Disconnected down:
                Lose(down);
                break;
            case MqttEvent.Published answer:
                Answer(answer);
                break;
            case MqttEvent.Received { Message: var message }:
                Read(message);
                break;
        }
    }

    void Lose(MqttEvent.Disconnected down)
    {
        status.BrokerIsConnected(false);
        if (down.TakenOver)
        {
            log.IdentityTakenOver();
            inbox.Raise(AlarmKind.IdentityTakenOver, "another program uses this identity");
        }

        Feed(new OutboxInput.Disconnected(Elapsed, RandomNumberGenerator.GetInt32(0, 1000) / 1000.0));
        if (state?.RetryAt is { } retry)
            log.BrokerDisconnected(broker.ToString(), down.Reason, retry - Elapsed);
    }

    void Answer(MqttEvent.Published answer)
    {
        if (!answer.Accepted)
            log.MessageRefused();
        if (batches.Remove(answer.MessageId))
            Feed(new OutboxInput.Answered(Elapsed));
    }

    void Read(MqttMessage message)
    {
        if (string.Equals(message.Topic, Topics.HubState, StringComparison.Ordinal))
            ReadHub(HubState.TryRead(message.Payload));
        else if (Watermark.TryRead(message.Payload) is { } watermark)
            Feed(new OutboxInput.Confirmed(Elapsed, watermark));
        else
            log.WatermarkUnreadable();
    }

    void ReadHub(HubState? hub)
    {
        if (hub is null)
            return;
        if (hub.Online && hubOnline is not true)
            Feed(new OutboxInput.HubReturned(Elapsed));
        hubOnline = hub.Online;
    }

    void Feed(OutboxInput input)
    {
        // Without a journal there is nothing to deliver, but the link is kept for alarms.
        var step = OutboxMachine.Advance(state ?? new(Epoch.FromBytes(new byte[8]), 0, 0), input);
        state = step.Next;
        foreach (var effect in step.Effects)
            Carry(effect);
    }

    void Carry(OutboxEffect effect)
    {
        switch (effect)
        {
            case OutboxEffect.Connect:
                link.Connect();
                break;
            case OutboxEffect.Publish publish when emptied is not null:
                Publish(emptied.Read(publish.Entries));
                break;
            case OutboxEffect.Release release when emptied is not null:
                emptied.Release(release.UpTo);
                metrics.Released(release.UpTo);
                log.Released(release.UpTo);
                break;
        }
    }

    void Publish(IReadOnlyList<WireRecord> records)
    {
        if (link.Publish(new(Topics.Records(device), new RecordBatch([.. records]).ToJson())) is { } id)
            batches.Add(id);
    }

    void SayBirth()
    {
        if (emptied is not null)
            link.Publish(new(Topics.Birth(device), status.Birth(emptied).ToJson(), Retain: true));
        link.Publish(ConnectionMessage(online: true));
    }

    void SayWhatIsDue()
    {
        while (inbox.PeekAlarm() is { } alarm && link.Publish(new(Topics.Event(device), alarm.ToJson())) is not null)
            inbox.Forget(alarm);

        if (Elapsed < nextHealth || state is not { IsUp: true })
            return;
        nextHealth = Elapsed + BoxStatus.HealthInterval + TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(0, 6));
        link.Publish(new(Topics.Health(device), status.Health().ToJson(), Qos: 0, Retain: true));
    }

    MqttMessage ConnectionMessage(bool online) =>
        new(Topics.Connection(device), new ConnectionState(online, emptied?.Boot ?? 0).ToJson(), Retain: true);
}
