using System.Text;
using Checkpoint.Hub.Ledgers;
using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Ingest;

public sealed class InboxTests
{
    const string Rec = "checkpoint/v1/d/gate-1/up/rec";

    readonly Inbox inbox = new(new HashSet<DeviceId> { DeviceId.Parse("gate-1") });

    [Fact]
    public void A_batch_of_records_is_read()
    {
        var batch = new RecordBatch([.. new Journal().Passages(2)]);

        var incoming = Read(Rec, batch.ToJson());

        incoming.ShouldBeOfType<Incoming.Records>().Batch.Records.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("checkpoint/v1/hub/st", "{}", nameof(AsideReason.UnknownTopic))]
    [InlineData("checkpoint/v1/d/GATE/up/rec", "{}", nameof(AsideReason.UnknownTopic))]
    [InlineData("checkpoint/v1/d/gate-2/up/rec", "{}", nameof(AsideReason.UnknownDevice))]
    [InlineData("checkpoint/v1/d/gate-2/st/conn", "", nameof(AsideReason.UnknownDevice))]
    [InlineData("checkpoint/v1/d/gate-1/up/cmd/7", "{}", nameof(AsideReason.UnknownChannel))]
    [InlineData(Rec, "", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, "{", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, "[]", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, "null", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, """{"v":2,"records":[]}""", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, """{"v":1,"records":[]}""", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, """{"v":1,"records":[7]}""", nameof(AsideReason.Unreadable))]
    [InlineData(Rec, """{"v":1e99,"records":[]}""", nameof(AsideReason.Unreadable))]
    [InlineData("checkpoint/v1/d/gate-1/up/event", """{"v":1,"kind":"tea-time"}""", nameof(AsideReason.Unreadable))]
    [InlineData("checkpoint/v1/d/gate-1/up/event", """{"v":1}""", nameof(AsideReason.Unreadable))]
    [InlineData("checkpoint/v1/d/gate-1/st/conn", """{"v":1,"state":"asleep","boot":1}""", nameof(AsideReason.Unreadable))]
    [InlineData("checkpoint/v1/d/gate-1/st/health", "7", nameof(AsideReason.Unreadable))]
    public void What_is_not_of_the_contract_is_put_aside_with_the_reason(string topic, string payload, string reason)
    {
        var incoming = Read(topic, Encoding.UTF8.GetBytes(payload));

        incoming.ShouldBeOfType<Incoming.PutAside>().Message.Reason.ToString().ShouldBe(reason);
    }

    [Theory]
    [InlineData(WireJson.MaxPayloadBytes, nameof(AsideReason.Unreadable))]
    [InlineData(WireJson.MaxPayloadBytes + 1, nameof(AsideReason.TooLarge))]
    public void A_payload_over_the_limit_is_not_even_read(int size, string reason)
    {
        var incoming = Read(Rec, new byte[size]);

        incoming.ShouldBeOfType<Incoming.PutAside>().Message.Reason.ToString().ShouldBe(reason);
    }

    [Fact]
    public void A_retained_state_that_was_cleared_is_nothing_to_keep() =>
        Read("checkpoint/v1/d/gate-1/st/birth", []).ShouldBeOfType<Incoming.Cleared>();

    [Fact]
    public void Birth_connection_health_and_alarm_are_read()
    {
        var epoch = Epoch.Parse("0123456789abcdef");

        Read("checkpoint/v1/d/gate-1/st/birth", new Birth("p", epoch, 1, 1, "d").ToJson()).ShouldBeOfType<Incoming.Born>().Birth.Epoch.ShouldBe(epoch);
        Read("checkpoint/v1/d/gate-1/st/conn", new ConnectionState(Online: true, 3).ToJson()).ShouldBeOfType<Incoming.Seen>().State.Boot.ShouldBe(3);
        Read("checkpoint/v1/d/gate-1/st/health", Encoding.UTF8.GetBytes("""{"v":1}""")).ShouldBeOfType<Incoming.Heard>();
        Read("checkpoint/v1/d/gate-1/up/event", new Alarm(AlarmKind.Referred, new(1, default, Journal.Morning, ClockQuality.Synced), "").ToJson())
            .ShouldBeOfType<Incoming.Alarmed>().Kind.ShouldBe(AlarmKind.Referred);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00x\"")]
    [InlineData("\"\\u0000\"")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void A_record_with_a_strange_value_is_stored_or_put_aside_and_never_an_error(string value)
    {
        foreach (var name in new[] { "kind", "boot", "passage", "final", "direction", "time", "surface", "seq", "epoch", "hash", "device", "\\ud800" })
        {
            var payload = $$"""{"v":1,"records":[{"device":"gate-1","epoch":"0123456789abcdef","seq":1,"hash":"{{new string('0', 64)}}","{{name}}":{{value}}}]}""";

            TakeWhole(Encoding.UTF8.GetBytes(payload));
        }
    }

    [Fact]
    public void No_single_changed_byte_is_an_error()
    {
        var good = new RecordBatch([new Journal().Passage(1)]).ToJson();

        for (var i = 0; i < good.Length; i++)
        {
            foreach (var other in new byte[] { 0, (byte)'"', (byte)'{', (byte)'9', 0x80, 0xC3, 0xED, 0xFF })
            {
                var changed = good.ToArray();
                changed[i] = other;
                TakeWhole(changed);
            }
        }
    }

    // As the ingest loop does: whatever is read must also go through columns and plan.
    void TakeWhole(byte[] payload)
    {
        var incoming = Read(Rec, payload);
        if (incoming is Incoming.Records records)
        {
            var delivery = new LedgerDelivery(Journal.Morning, records.Batch.Records, [], []);
            CommitPlan.Make(delivery, new(
                new Dictionary<StreamKey, StreamState>(),
                new Dictionary<EntryKey, WireRecord>(),
                new Dictionary<PassageKey, DecidedPassage>(),
                new Dictionary<StreamKey, StreamKey>(),
                new Dictionary<BootKey, IReadOnlyList<ClockAnchor>>(),
                LastReceipt: 0)).Receipt(new Dictionary<EntryKey, WireRecord>());
        }
    }

    Incoming Read(string topic, byte[] payload) => inbox.Read(new(topic, payload));
}
