using System.Security.Cryptography;
using Checkpoint.Delivery;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Lists;
using Checkpoint.Edge.Operations;
using Checkpoint.Hosting.Mqtt;
using Checkpoint.Hosting.Sqlite;
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
    BundleInbox bundles,
    BoxStatus status,
    TimeProvider time,
    ILogger<OutboxLoop> log) : BackgroundService
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(2);

    readonly DeviceId device = identity.Device;
    readonly long start = time.GetTimestamp();
    readonly HashSet<int> batches = []; // message ids in flight; bounded by the machine's window

    Journal? emptied;
    long confirmed;
    (int Id, Alarm Alarm)? telling;
    string? toldDecoder;
    OutboxState? state;
    bool? hubOnline;
    TimeSpan nextHealth;
    TimeSpan nextRelease;

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
            if (inbox.TakeListsChanged() && state is { IsUp: true })
                SayBirth();
            while (link.Events.TryRead(out var happened))
                Handle(happened);
            Feed(new OutboxInput.Ticked(Elapsed));
            SayWhatIsDue();
            Release();
        }
        catch (CorruptStoreException error) when (emptied is { } damaged)
        {
            Replace(damaged, error);
        }
        catch (IOException error)
        {
            log.OutboxStorageFailed(error);
        }
        catch (ArgumentException error)
        {
            log.MessageTooLarge(error);
        }
    }

    void Replace(Journal damaged, CorruptStoreException error)
    {
        try
        {
            journal.Replace(damaged, error);
        }
        catch (IOException failure)
        {
            log.OutboxStorageFailed(failure);
        }
    }

    // A journal that was moved aside is followed by another, with an epoch of its own.
    void Follow(Journal? now)
    {
        if (!ReferenceEquals(now, emptied))
            Begin(now);
        if (now is not null && now.Written > state!.Written)
            Feed(new OutboxInput.Appended(Elapsed, now.Written));
    }

    void Begin(Journal? now)
    {
        emptied = now;
        confirmed = 0;
        batches.Clear(); // what was in flight was another journal's
        if (now is null)
            return;

        var before = state ?? new(now.Epoch, 0, 0);
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

    void Handle(MqttEvent happened)
    {
        switch (happened)
        {
            case MqttEvent.Connected up:
                log.BrokerConnected(broker.ToString(), up.ProtocolVersion == 5 ? "5" : "3.1.1", up.SessionPresent ? "resumed" : "new", up.ReceiveMaximum);
                status.BrokerIsConnected(true);
                batches.Clear();
                telling = null;
                SayBirth();
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
        telling = null;
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
        {
            Feed(new OutboxInput.Answered(Elapsed));
        }
        else if (telling is { } told && told.Id == answer.MessageId)
        {
            inbox.Forget(told.Alarm);
            telling = null;
        }
    }

    void Read(MqttMessage message)
    {
        if (Topics.TryReadBundle(message.Topic, device, out var kind))
            bundles.Post(new(message.Payload, kind, "broker"));
        else if (string.Equals(message.Topic, Topics.HubState, StringComparison.Ordinal))
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
            case OutboxEffect.Release release:
                confirmed = release.UpTo;
                break;
        }
    }

    // The hub says it once: what a failing disk does not take now, it is given again.
    void Release()
    {
        if (emptied is null || confirmed <= emptied.Released || Elapsed < nextRelease)
            return;
        nextRelease = Elapsed + StorageRetry;
        emptied.Release(confirmed);
        nextRelease = TimeSpan.Zero;
        log.Released(confirmed);
    }

    void Publish(IReadOnlyList<WireRecord> records)
    {
        try
        {
            if (link.Publish(new(Topics.Records(device), new RecordBatch([.. records]).ToJson())) is { } id)
                batches.Add(id);
        }
        catch (ArgumentException) when (records.Count > 1)
        {
            // The broker takes smaller messages only.
            Publish([.. records.Take(records.Count / 2)]);
            Publish([.. records.Skip(records.Count / 2)]);
        }
    }

    void SayBirth()
    {
        toldDecoder = status.Decoder;
        if (emptied is not null)
            link.Publish(new(Topics.Birth(device), status.Birth(emptied).ToJson(), Retain: true));
        link.Publish(ConnectionMessage(online: true));
    }

    void SayWhatIsDue()
    {
        // The link may be up before its event is read; what is said in between would be said twice.
        if (state is not { IsUp: true })
            return;
        SayAlarm();
        if (!string.Equals(toldDecoder, status.Decoder, StringComparison.Ordinal))
            SayBirth(); // the code reader is up later than the broker
        if (Elapsed < nextHealth)
            return;
        nextHealth = Elapsed + BoxStatus.HealthInterval + TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(0, 6));
        link.Publish(new(Topics.Health(device), status.Health().ToJson(), Qos: 0, Retain: true));
    }

    // One at a time, and forgotten only when the broker has it: what a breaking link swallows is said again.
    void SayAlarm()
    {
        if (telling is not null || inbox.PeekAlarm() is not { } alarm)
            return;
        var said = alarm with { Stamp = alarm.Stamp with { Boot = emptied?.Boot ?? 0 } };
        if (link.Publish(new(Topics.Event(device), said.ToJson())) is { } id)
            telling = (id, alarm);
    }

    MqttMessage ConnectionMessage(bool online) =>
        new(Topics.Connection(device), new ConnectionState(online, emptied?.Boot ?? 0).ToJson(), Retain: true);
}
