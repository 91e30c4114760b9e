using System.Security.Cryptography;
using Checkpoint.Delivery;
using Checkpoint.Edge.Journaling;
using Checkpoint.Edge.Journaling.Salvage;
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
    AsideShelf aside,
    GateClock clock,
    TimeProvider time,
    ILogger<OutboxLoop> log) : BackgroundService
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>A broker that stays hostile is told of again after this.</summary>
    static readonly TimeSpan HostileAgain = TimeSpan.FromHours(8);

    readonly DeviceId device = identity.Device;
    readonly long start = time.GetTimestamp();
    readonly BoxVoice voice = new(identity, link, inbox, status);
    readonly DisputeLimit disputes = new();
    readonly SalvageSender salvage = new(aside, link, identity.Device);
    readonly HashSet<int> batches = []; // message ids in flight; bounded by the machine's window

    Journal? emptied;
    Watermark? lastWord;
    Watermark? confirmed;
    OutboxState? state;
    bool? hubOnline;
    TimeSpan nextHostile;

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
            link.Disconnect(voice.Connection(emptied, online: false));
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
                voice.SayBirth(emptied);
            while (link.Events.TryRead(out var happened))
                Handle(happened);
            while (inbox.TakeCarried() is { } watermark)
                Confirm(watermark);
            Feed(new OutboxInput.Ticked(Elapsed));
            status.IdentityIsContested(state!.Link.IsContested);
            if (state.IsDisowned && emptied is { } disowned)
                GiveUp(disowned);
            if (state.IsUp)
                voice.SayWhatIsDue(emptied, Elapsed); // the link may be up before its event is read; what is said in between would be said twice
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

    void GiveUp(Journal disowned)
    {
        if (disputes.TryTake(Elapsed, out var isNews))
            Replace(disowned, new("The ledger holds other entries under this journal's name."));
        else if (isNews)
            log.DisputedAgain(DisputeLimit.Each);
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
        confirmed = null;
        if (now is null)
            return;

        var next = new OutboxState(now.Epoch, now.Written, now.Released);
        state = OutboxMachine.Succeed(state ?? next, next, Elapsed);
        voice.SayBirth(emptied);
    }

    void Handle(MqttEvent happened)
    {
        switch (happened)
        {
            case MqttEvent.Connected up:
                log.BrokerConnected(broker.ToString(), up.ProtocolVersion == 5 ? "5" : "3.1.1", up.SessionPresent ? "resumed" : "new", up.ReceiveMaximum);
                status.BrokerIsConnected(true);
                batches.Clear();
                voice.LinkChanged();
                voice.SayBirth(emptied);
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
        voice.LinkChanged();
        Feed(new OutboxInput.Disconnected(Elapsed, RandomNumberGenerator.GetInt32(0, 1000) / 1000.0) { TakenOver = down.TakenOver });
        if (state?.RetryAt is { } retry)
            log.BrokerDisconnected(broker.ToString(), down.Reason, retry - Elapsed);
        if (!down.IsHostile || Elapsed < nextHostile)
            return;
        nextHostile = Elapsed + HostileAgain;
        inbox.Raise(AlarmKind.BrokerHostile, down.Reason);
    }

    void Answer(MqttEvent.Published answer)
    {
        if (!answer.Accepted)
            log.MessageRefused();
        if (batches.Remove(answer.MessageId))
            Feed(new OutboxInput.Answered(Elapsed));
        else if (!salvage.TryTakeAnswer(answer.MessageId, Elapsed))
            voice.Answered(answer.MessageId);
    }

    void Read(MqttMessage message)
    {
        if (Topics.TryReadBundle(message.Topic, device, out var kind))
            bundles.Post(new(message.Payload, kind, "broker"));
        else if (string.Equals(message.Topic, Topics.HubState, StringComparison.Ordinal))
            ReadHub(HubState.TryRead(message.Payload));
        else if (Watermark.TryRead(message.Payload) is { } watermark)
            Confirm(watermark);
        else
            log.WatermarkUnreadable();
    }

    // The chain proves that the hub speaks of this very journal, and not of a clone's.
    void Confirm(Watermark watermark)
    {
        if (watermark.Time is { } hubTime)
            clock.HubSaid(hubTime);
        var isNews = emptied is not null && watermark.Epoch == emptied.Epoch && watermark.UpTo > emptied.Released;
        var own = isNews && watermark.Hash is not null ? emptied!.LinkAt(watermark.UpTo) : null;
        if (isNews)
            lastWord = watermark;
        Feed(new OutboxInput.Confirmed(Elapsed, watermark) { Own = own });
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
        salvage.Feed(input);
    }

    void Carry(OutboxEffect effect)
    {
        switch (effect)
        {
            case OutboxEffect.Connect:
                status.BrokerIsConnected(false);
                link.Connect();
                break;
            case OutboxEffect.Publish publish when emptied is not null:
                Publish(emptied.Read(publish.Entries));
                break;
            case OutboxEffect.Release release:
                confirmed = lastWord is { } word && word.UpTo == release.UpTo ? word : new(emptied!.Epoch, release.UpTo, []);
                break;
            case OutboxEffect.Contest:
                log.IdentityTakenOver();
                inbox.Raise(AlarmKind.IdentityTakenOver, "another box seems to use this identity");
                break;
            case OutboxEffect.Disown:
                log.JournalDisowned();
                inbox.Raise(AlarmKind.JournalDisowned, "cloned, or brought back from an old copy");
                break;
        }
    }

    void Release()
    {
        if (emptied is null || confirmed is not { } receipt || receipt.UpTo <= emptied.Released)
            return;
        emptied.Release(receipt.UpTo, receipt.Time);
        log.Released(receipt.UpTo);
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
}
