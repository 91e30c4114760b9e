namespace Checkpoint.Hosting.Mqtt;

public sealed class ScriptedPeerTests : IDisposable
{
    static readonly byte[] Accepted5 = [0x20, 3, 0, 0, 0];
    static readonly byte[] Accepted311 = [0x20, 2, 1, 0];

    static readonly byte[] Silence = [];

    MosquittoLink? link;

    public void Dispose() => link?.Dispose();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[]> VersionRefusals => new()
    {
        { "CONNACK of 3.1.1", [0x20, 2, 0, 1] },
        { "CONNACK of 5", [0x20, 3, 0, 0x84, 0] },
        { "nothing at all", [] },
    };

    [Theory]
    [MemberData(nameof(VersionRefusals))]
    public async Task A_broker_that_does_not_speak_version_5_is_spoken_to_in_3_1_1(string answer, byte[] refusal)
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Refuse(refusal), ScriptedPeer.Answer(Accepted311));

        var connected = await Link(peer).ConnectedAsync(Cancel);

        connected.ShouldBe(new(SessionPresent: true, ReceiveMaximum: 65535, ProtocolVersion: 4), answer);
        peer.Versions.ShouldBe([5, 4]);
    }

    [Fact]
    public async Task A_broker_that_refuses_both_versions_is_told_once()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Refuse(0x20, 3, 0, 0x84, 0), ScriptedPeer.Refuse(0x20, 2, 0, 1));

        Link(peer).Connect();

        var down = await link!.NextAsync<MqttEvent.Disconnected>(Cancel);
        down.Reason.ShouldContain("unacceptable protocol version");
        link!.Events.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_broker_that_refuses_for_another_reason_is_not_tried_again()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Refuse(0x20, 3, 0, 0x89, 0), ScriptedPeer.Answer(Accepted311));

        Link(peer).Connect();

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).Reason.ShouldContain("busy");
        peer.Versions.ShouldBe([5]);
    }

    [Fact]
    public async Task A_takeover_is_told_as_such()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Refuse([.. Accepted5, 0xE0, 1, 0x8E]));

        await Link(peer).ConnectedAsync(Cancel);

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).TakenOver.ShouldBeTrue();
    }

    [Fact]
    public async Task A_broker_that_says_good_bye_and_takes_nothing_more_is_left_at_once()
    {
        var (sent, over) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var peer = new ScriptedPeer(async (_, stream) =>
        {
            (await stream.ReadAsync(new byte[256], Cancel)).ShouldBeGreaterThan(0);
            await stream.WriteAsync(Accepted5, Cancel);
            await sent.Task.WaitAsync(Cancel);
            await stream.WriteAsync(new byte[] { 0xE0, 0 }, Cancel);
            await over.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        });
        await Link(peer).ConnectedAsync(Cancel);
        for (var i = 0; i < 32; i++)
            link!.Publish(new("t", new byte[1 << 20])).ShouldNotBeNull();

        sent.SetResult();

        await link!.NextAsync<MqttEvent.Disconnected>(Cancel);
        over.SetResult();
    }

    public static TheoryData<byte[], string> Hostile => new()
    {
        { [.. Accepted5, 0xE0, 4, 0, 2, 0x7F, 0], "a DISCONNECT with property 127" },
        { [.. Accepted5, 0x30, 5, 0, 1, (byte)'t', 1, 0x7F], "a PUBLISH with property 127" },
        { [.. Accepted5, 0x40, 5, 0, 1, 0, 1, 0x7F], "a PUBACK with property 127" },
        { [.. Accepted5, 0x90, 0xFF, 0xFF, 0xFF, 0x7F], "a packet of 268435460 bytes" },
        { [.. Accepted5, .. Accepted5], "a packet that begins with 0x20 after its CONNACK" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_would_end_the_program_ends_the_link(byte[] answer, string reason)
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Refuse(answer));

        await Link(peer).ConnectedAsync(Cancel);

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).Reason.ShouldContain("the broker sent what it should not: " + reason);
    }

    public static TheoryData<byte[], string> Lacking => new()
    {
        { [0x20, 5, 0, 0, 2, 36, 0], "QoS 0 only" },
        { [0x20, 8, 0, 0, 5, 39, 0, 0, 0, 9], "packets up to 9 bytes; have it take 2048 or more" },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task A_broker_that_cannot_carry_entries_is_told_what_it_lacks(byte[] answer, string lack)
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(answer));

        Link(peer, "filter").Connect();

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).Reason.ShouldContain(lack);
    }

    [Theory]
    [InlineData(new byte[] { 0x90, 5, 0, 1, 0, 1, 0x80 })]
    [InlineData(new byte[] { 0x90, 5, 0, 1, 0, 1, 1 })]
    public async Task Answers_to_subscriptions_that_were_not_asked_for_end_the_link(byte[] answer)
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(Accepted5, answer));

        Link(peer, "the only one").Connect();

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).Reason.ShouldContain("other subscriptions than were asked for");
    }

    [Fact]
    public async Task A_subscription_that_is_answered_twice_connects_once()
    {
        byte[] answer = [0x90, 4, 0, 1, 0, 1];
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(Accepted5, [.. answer, .. answer, 0xE0, 1, 0x8B]));

        await Link(peer, "filter").ConnectedAsync(Cancel);

        await link!.NextAsync<MqttEvent.Disconnected>(Cancel);
    }

    [Fact]
    public async Task A_broker_whose_welcome_is_not_understood_is_spoken_to_in_3_1_1()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Refuse(0x20, 5, 0, 0, 2, 0x7F, 0), ScriptedPeer.Answer(Accepted311));

        (await Link(peer).ConnectedAsync(Cancel)).ProtocolVersion.ShouldBe(4);
    }

    [Fact]
    public async Task A_subscription_that_is_refused_ends_the_link()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(Accepted5, [0x90, 5, 0, 1, 0, 1, 0x87]));

        Link(peer, "allowed", "forbidden").Connect();

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).Reason.ShouldContain("subscription to forbidden refused");
    }

    [Fact]
    public async Task A_broker_that_never_answers_is_given_up_in_time()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(Silence));

        Link(peer).Connect();

        (await link!.NextAsync<MqttEvent.Disconnected>(Cancel)).Reason.ShouldContain("no answer within 2 s");
        peer.Versions.ShouldBe([5]);
    }

    [Fact]
    public async Task A_last_word_that_is_not_taken_is_left_to_the_will()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(Accepted5));
        await Link(peer).ConnectedAsync(Cancel);

        var left = await link!.LeftAsync(new("st", "bye"u8.ToArray()), Cancel);

        left.Reason.ShouldContain("no answer within 1 s");
    }

    [Fact]
    public async Task Disposing_while_connecting_does_not_hang()
    {
        await using var peer = new ScriptedPeer(ScriptedPeer.Answer(Silence));
        Link(peer).Connect();

        var disposing = Task.Run(link!.Dispose, Cancel);

        await disposing.WaitAsync(TimeSpan.FromSeconds(1), Cancel);
    }

    MosquittoLink Link(ScriptedPeer peer, params string[] subscriptions) => link = new(
        new(peer.Endpoint, "a", TimeSpan.FromHours(1), subscriptions, Will: null)
        {
            AnswerTimeout = TimeSpan.FromSeconds(2),
            GoodByeTimeout = TimeSpan.FromSeconds(1),
        },
        TimeProvider.System);
}
