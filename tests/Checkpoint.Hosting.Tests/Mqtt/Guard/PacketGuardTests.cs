namespace Checkpoint.Hosting.Mqtt.Guard;

public sealed class PacketGuardTests
{
    const int Newest = 5;
    const int Older = 4;

    static readonly byte[] Connack5 = [0x20, 3, 0, 0, 0];
    static readonly byte[] Connack311 = [0x20, 2, 0, 0];

    public static TheoryData<string, byte[]> Welcome5 => new()
    {
        { "PUBLISH at QoS 0", [0x30, 5, 0, 1, (byte)'t', 0, 42] },
        { "PUBLISH at QoS 1", [0x32, 8, 0, 1, (byte)'t', 0, 7, 0, 42, 43] },
        { "PUBACK without a reason", [0x40, 2, 0, 7] },
        { "PUBACK with a reason", [0x40, 3, 0, 7, 0x10] },
        { "SUBACK", [0x90, 5, 0, 7, 0, 1, 1] },
        { "PINGRESP", [0xD0, 0] },
        { "DISCONNECT without a reason", [0xE0, 0] },
        { "DISCONNECT with a reason", [0xE0, 1, 0x8E] },
        { "DISCONNECT with a reason string", [0xE0, 6, 0x8E, 4, 31, 0, 1, (byte)'r'] },
    };

    public static TheoryData<byte[], string> Unwelcome5 => new()
    {
        { [0x30, 5, 0, 1, (byte)'t', 1, 127], "a PUBLISH with property 127" },
        { [0x30, 6, 0, 1, (byte)'t', 2, 17, 0], "a PUBLISH with property 17" },
        { [0x30, 6, 0, 1, (byte)'t', 2, 2, 0], "a PUBLISH that ends within property 2" },
        { [0x30, 4, 0, 1, (byte)'t', 9], "a PUBLISH shorter than its properties" },
        { [0x30, 3, 0, 9, (byte)'t'], "a PUBLISH shorter than its topic" },
        { [0x32, 6, 0, 1, (byte)'t', 0, 0, 0], "a PUBLISH without its id" },
        { [0x34, 6, 0, 1, (byte)'t', 0, 7, 0], "a packet that begins with 0x34 after its CONNACK" },
        { [0x36, 6, 0, 1, (byte)'t', 0, 7, 0], "a packet that begins with 0x36 after its CONNACK" },
        { [0x40, 2, 0, 0], "a PUBACK without an id" },
        { [0x40, 5, 0, 7, 0, 1, 127], "a PUBACK with property 127" },
        { [0x40, 5, 0, 7, 0, 0, 1], "a PUBACK with something after its end" },
        { [0x90, 3, 0, 7, 0], "a SUBACK without an answer" },
        { [0x90, 5, 0, 7, 1, 127, 1], "a SUBACK with property 127" },
        { [0xD0, 1, 0], "a PINGRESP with something in it" },
        { [0xE0, 4, 0, 2, 127, 0], "a DISCONNECT with property 127" },
        { [0x20, 3, 0, 0, 0], "a packet that begins with 0x20 after its CONNACK" },
        { [0x50, 2, 0, 7], "a packet that begins with 0x50 after its CONNACK" },
        { [0xF0], "a packet that begins with 0xF0 after its CONNACK" },
        { [0x41], "a packet that begins with 0x41 after its CONNACK" },
        { [0x90, 0x80, 0x80, 0x10], "a packet of 262148 bytes, more than 262144" },
        { [0x30, 0xFF, 0xFF, 0xFF, 0x7F, 0, 1, (byte)'t', 0xFF, 0xFF, 0x7F], "2097162 bytes of a packet before any payload, more than 2097152" },
        { [0x30, 0xFF, 0xFF, 0xFF, 0xFF], "a packet that begins with 0x30 after its CONNACK" },
    };

    [Theory]
    [MemberData(nameof(Welcome5))]
    public void What_a_broker_has_reason_to_send_comes_through_as_it_is(string what, byte[] packet)
    {
        var guard = new PacketGuard(Newest);

        Show(guard, [.. Connack5, .. packet]).ShouldBe([.. Connack5, .. packet], what);
        guard.Fault.ShouldBeNull(what);
    }

    [Theory]
    [MemberData(nameof(Unwelcome5))]
    public void Nothing_else_comes_through_and_nothing_after_it(byte[] packet, string fault)
    {
        var guard = new PacketGuard(Newest);

        Show(guard, [.. Connack5, .. packet, 0xD0, 0]).ShouldBe(Connack5);
        guard.Fault.ShouldBe(fault);
        Show(guard, [0xD0, 0]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new byte[] { 0x20, 5, 0, 0, 2, 127, 0 }, "a CONNACK with property 127")]
    [InlineData(new byte[] { 0x20, 3, 2, 0, 0 }, "a CONNACK that is none")]
    [InlineData(new byte[] { 0x20, 2, 0, 0 }, "a CONNACK shorter than its properties")]
    [InlineData(new byte[] { 0x20, 4, 0, 0, 0, 0 }, "a CONNACK with something after its end")]
    [InlineData(new byte[] { 0xD0, 0 }, "a packet that begins with 0xD0 before its CONNACK")]
    [InlineData(new byte[] { (byte)'H', (byte)'T', (byte)'T', (byte)'P' }, "a packet that begins with 0x48 before its CONNACK")]
    public void A_first_word_other_than_a_connack_is_refused(byte[] packet, string fault)
    {
        var guard = new PacketGuard(Newest);

        Show(guard, packet).ShouldBeEmpty();
        guard.Fault.ShouldBe(fault);
    }

    [Fact]
    public void A_refusal_in_the_words_of_an_old_broker_comes_through() =>
        Show(new(Newest), [0x20, 2, 0, 1]).ShouldBe([0x20, 2, 0, 1]);

    [Fact]
    public void In_3_1_1_nothing_has_properties()
    {
        var guard = new PacketGuard(Older);
        byte[] packets = [.. Connack311, 0x30, 5, 0, 1, (byte)'t', 1, 127, 0x90, 3, 0, 7, 1, 0x40, 2, 0, 7];

        Show(guard, packets).ShouldBe(packets);
        Show(guard, [0xE0, 0]).ShouldBeEmpty();
        guard.Fault.ShouldBe("a DISCONNECT, which brokers do not say before version 5");
    }

    [Fact]
    public void An_answer_to_a_message_loses_its_properties_because_the_library_keeps_them()
    {
        byte[] puback = [0x40, 8, 0, 7, 0x87, 4, 31, 0, 1, (byte)'r'];

        Show(new(Newest), [.. Connack5, .. puback, 0xD0, 0]).ShouldBe([.. Connack5, 0x40, 3, 0, 7, 0x87, 0xD0, 0]);
    }

    [Fact]
    public void What_comes_in_single_bytes_comes_through_in_packets_and_a_payload_as_it_comes()
    {
        var guard = new PacketGuard(Newest);
        byte[] packets = [.. Connack5, 0x32, 9, 0, 1, (byte)'t', 0, 7, 0, 42, 43, 44, 0x40, 3, 0, 7, 0];
        var through = packets.Select(value => Show(guard, [value])).Where(some => some.Length > 0).ToList();

        through.Select(some => some.Length).ShouldBe([5, 8, 1, 1, 1, 5]);
        through.SelectMany(some => some).ShouldBe(packets);
    }

    [Fact]
    public void The_longest_message_comes_through_and_takes_little_memory()
    {
        var guard = new PacketGuard(Newest);
        var packet = new byte[PacketGuard.MaxPacketBytes];
        byte[] header = [0x30, 0xFC, 0xFF, 0x7F, 0, 1, (byte)'t', 0];
        header.CopyTo(packet, 0);

        Show(guard, Connack5).ShouldBe(Connack5);
        Show(guard, packet).AsSpan().SequenceEqual(packet).ShouldBeTrue();
        Show(guard, [0xD0, 0]).ShouldBe([0xD0, 0]);

        guard.Fault.ShouldBeNull();
        guard.Room().Length.ShouldBeLessThan(PacketGuard.MaxPacketBytes / 64);
    }

    [Fact]
    public void A_longer_message_comes_through_cut_and_what_follows_it_whole()
    {
        var guard = new PacketGuard(Newest);
        byte[] header = [0x32, 0x80, 0x80, 0x80, 0x02];
        byte[] message = [.. header, 0, 1, (byte)'t', 0, 7, 0, .. new byte[(4 << 20) - 6]];

        var through = Show(guard, [.. Connack5, .. message, 0xD0, 0]);

        guard.Fault.ShouldBeNull();
        through.Length.ShouldBeInRange(PacketGuard.MaxPacketBytes - 1, PacketGuard.MaxPacketBytes + Connack5.Length + 2);
        var again = new PacketGuard(Newest);
        Show(again, through).AsSpan().SequenceEqual(through).ShouldBeTrue();
        again.Fault.ShouldBeNull();
        through[^2..].ShouldBe([0xD0, 0]);
        through[Connack5.Length..][4..10].ShouldBe([0, 1, (byte)'t', 0, 7, 0]);
    }

    [Fact]
    public void A_message_loses_the_properties_of_its_sender()
    {
        byte[] each = [1, 1, 2, 0, 0, 0, 9, 3, 0, 1, (byte)'c', 11, 0x80, 1, 35, 0, 1, 38, 0, 1, (byte)'n', 0, 1, (byte)'v'];
        byte[] message = [0x32, 32, 0, 1, (byte)'t', 0, 7, 24, .. each, 42, 43];

        Show(new(Newest), [.. Connack5, .. message, 0xD0, 0]).ShouldBe([.. Connack5, 0x32, 8, 0, 1, (byte)'t', 0, 7, 0, 42, 43, 0xD0, 0]);
    }

    [Fact]
    public void No_properties_of_a_senders_end_the_link_however_many_a_broker_passes_on()
    {
        var guard = new PacketGuard(Newest);
        byte[] one = [0x26, 0xFF, 0xFF, .. new byte[0xFFFF], 0, 0];
        byte[] properties = [.. Enumerable.Repeat(one, 31).SelectMany(bytes => bytes)];
        byte[] message = [0x30, .. Variable(properties.Length + 7), 0, 1, (byte)'t', .. Variable(properties.Length), .. properties, 42];

        Show(guard, [.. Connack5, .. message, 0xD0, 0]).ShouldBe([.. Connack5, 0x30, 5, 0, 1, (byte)'t', 0, 42, 0xD0, 0]);
        guard.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_length_in_more_bytes_than_it_needs_comes_through_in_fewer() =>
        Show(new(Newest), [.. Connack5, 0xD0, 0x80, 0]).ShouldBe([.. Connack5, 0xD0, 0]);

    static byte[] Variable(int value)
    {
        var bytes = new byte[PacketHeader.MaxHeaderBytes];
        return bytes[1..PacketHeader.Write(bytes, 0, value)];
    }

    static byte[] Show(PacketGuard guard, ReadOnlySpan<byte> bytes)
    {
        var through = new List<byte>();
        while (!bytes.IsEmpty)
        {
            var room = guard.Room().Span;
            var count = Math.Min(room.Length, bytes.Length);
            bytes[..count].CopyTo(room);
            guard.Filled(count);
            bytes = bytes[count..];
            through.AddRange(guard.Next().Span);
        }

        return [.. through];
    }
}
