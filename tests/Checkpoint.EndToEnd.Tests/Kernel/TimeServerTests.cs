using System.Buffers.Binary;
using System.Net.Sockets;
using Checkpoint.Testing;
using Checkpoint.Testing.Kernel;

namespace Checkpoint.EndToEnd.Kernel;

public class TimeServerTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_carries_the_servers_time_and_the_question_it_belongs_to()
    {
        var now = new DateTimeOffset(2026, 11, 22, 8, 0, 0, 500, TimeSpan.Zero);
        await using var server = TimeServer.Open(port: 0, new ManualClock(now));
        using var asker = new UdpClient();
        var question = new byte[48];
        question[0] = 0x23; // version 4, client
        BinaryPrimitives.WriteUInt64BigEndian(question.AsSpan(40), 0x0123_4567_89AB_CDEF);

        await asker.SendAsync(question, server.Address, Cancel);
        var answer = (await asker.ReceiveAsync(Cancel)).Buffer;

        (answer[0] & 7, answer[1]).ShouldBe((4, (byte)1));
        BinaryPrimitives.ReadUInt64BigEndian(answer.AsSpan(24)).ShouldBe(0x0123_4567_89AB_CDEFUL);
        BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(40)).ShouldBe((uint)(now.ToUnixTimeSeconds() + 2_208_988_800)); // RFC 868
        BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(44)).ShouldBe(0x8000_0000U);
    }
}
