using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Checkpoint.Testing.Kernel;

/// <summary>A time server that says what this machine's clock says (RFC 5905, section 14: a server without state).</summary>
public sealed class TimeServer : IAsyncDisposable
{
    /// <summary>Where time services ask (RFC 5905).</summary>
    public const int Port = 123;

    const int Length = 48;
    const int TransmitAt = 40;

    // Leap indicator 0, version 4, mode 4 (server); stratum 1; asked every 64 s; precise to a microsecond; "LOCL".
    static readonly byte[] Head = [0x24, 1, 6, 0xEC, 0, 0, 0, 0, 0, 0, 0, 0, 0x4C, 0x4F, 0x43, 0x4C];
    static readonly DateTimeOffset Era = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly UdpClient socket;
    readonly TimeProvider clock;
    readonly CancellationTokenSource ending = new();
    readonly Task answering;

    TimeServer(IPEndPoint address, TimeProvider clock)
    {
        socket = new(address);
        this.clock = clock;
        answering = AnswerAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)socket.Client.LocalEndPoint!;

    /// <summary>Starts one.</summary>
    /// <param name="port"><see cref="Port"/>, which needs rights; 0 takes a free one.</param>
    /// <param name="clock">What it says.</param>
    /// <exception cref="SocketException">Somebody else has the port, or this user may not.</exception>
    public static TimeServer Open(int port, TimeProvider clock) => new(new(IPAddress.Loopback, port), clock);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await answering;
        socket.Dispose();
        ending.Dispose();
    }

    async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var question = await socket.ReceiveAsync(ending.Token);
                if (question.Buffer.Length >= Length)
                    await socket.SendAsync(AnswerTo(question.Buffer), question.RemoteEndPoint, ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    // The asker knows its question by the time that it sent, which comes back as the origin.
    byte[] AnswerTo(byte[] question)
    {
        var answer = new byte[Length];
        Head.CopyTo(answer, 0);
        var now = clock.GetUtcNow();
        Write(answer.AsSpan(16), now);
        question.AsSpan(TransmitAt, 8).CopyTo(answer.AsSpan(24));
        Write(answer.AsSpan(32), now);
        Write(answer.AsSpan(TransmitAt), clock.GetUtcNow());
        return answer;
    }

    // Seconds since 1900 and their 2^32nd parts; in 2036 the seconds begin anew.
    static void Write(Span<byte> at, DateTimeOffset time)
    {
        var ticks = (time - Era).Ticks;
        BinaryPrimitives.WriteUInt32BigEndian(at, unchecked((uint)(ticks / TimeSpan.TicksPerSecond)));
        BinaryPrimitives.WriteUInt32BigEndian(at[4..], (uint)(((ulong)(ticks % TimeSpan.TicksPerSecond) << 32) / TimeSpan.TicksPerSecond));
    }
}
