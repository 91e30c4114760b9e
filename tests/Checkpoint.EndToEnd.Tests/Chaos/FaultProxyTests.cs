using System.Net;
using System.Net.Sockets;
using Checkpoint.Testing;
using Checkpoint.Testing.Faults;

namespace Checkpoint.EndToEnd.Chaos;

public sealed class FaultProxyTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    readonly TcpListener broker = new(IPAddress.Loopback, 0);
    FaultProxy proxy = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        broker.Start();
        proxy = FaultProxy.Open(IPAddress.Loopback, [FreePort.Next(), ((IPEndPoint)broker.LocalEndpoint).Port], TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();
        broker.Dispose();
    }

    [Fact]
    public async Task A_good_line_carries_both_ways_and_finds_the_node_that_is_there()
    {
        using var caller = await CallAsync();
        using var called = await broker.AcceptSocketAsync(Cancel);

        await caller.SendAsync("up"u8.ToArray(), Cancel);
        await called.SendAsync("down"u8.ToArray(), Cancel);

        (await ReadAsync(called, 2)).ShouldBe("up"u8.ToArray());
        (await ReadAsync(caller, 4)).ShouldBe("down"u8.ToArray());
    }

    [Fact]
    public async Task A_line_stalled_one_way_carries_the_other_way_and_everything_once_it_is_mended()
    {
        using var caller = await CallAsync();
        using var called = await broker.AcceptSocketAsync(Cancel);
        proxy.Fault = LineFault.StalledUp;

        await caller.SendAsync("up"u8.ToArray(), Cancel);
        await called.SendAsync("down"u8.ToArray(), Cancel);

        (await ReadAsync(caller, 4)).ShouldBe("down"u8.ToArray());
        called.Poll(Moment, SelectMode.SelectRead).ShouldBeFalse();
        proxy.Fault = LineFault.None;
        (await ReadAsync(called, 2)).ShouldBe("up"u8.ToArray());
    }

    [Fact]
    public async Task A_half_open_line_tells_the_broker_and_not_the_caller()
    {
        using var caller = await CallAsync();
        using var called = await broker.AcceptSocketAsync(Cancel);

        proxy.HalfOpen();

        await Should.ThrowAsync<SocketException>(() => ReadAsync(called, 1)); // a reset
        caller.Poll(Moment, SelectMode.SelectRead).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reset_tells_both()
    {
        using var caller = await CallAsync();
        using var called = await broker.AcceptSocketAsync(Cancel);

        proxy.Reset();

        await Should.ThrowAsync<SocketException>(() => ReadAsync(called, 1));
        await Should.ThrowAsync<SocketException>(() => ReadAsync(caller, 1));
    }

    [Fact]
    public async Task A_line_of_garbage_keeps_the_length_and_nothing_else()
    {
        using var caller = await CallAsync();
        using var called = await broker.AcceptSocketAsync(Cancel);
        proxy.Fault = LineFault.Garbage;

        await called.SendAsync(new byte[64], Cancel);
        await caller.SendAsync(new byte[64], Cancel);

        (await ReadAsync(caller, 64)).ShouldNotBe(new byte[64]);
        (await ReadAsync(called, 64)).ShouldBe(new byte[64]);
    }

    [Theory]
    [InlineData(4, new byte[] { 0x20, 2, 0, 3 })]
    [InlineData(5, new byte[] { 0x20, 3, 0, 0x88, 0 })]
    public async Task An_unwelcome_caller_is_told_so_in_its_own_version(byte level, byte[] answer)
    {
        proxy.Fault = LineFault.Unwelcome;
        using var caller = await CallAsync();

        await caller.SendAsync(new byte[] { 0x10, 8, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', level, 0 }, Cancel);

        (await ReadAsync(caller, answer.Length + 1)).ShouldBe(answer);
        proxy.Called.ShouldBe(1);
    }

    async Task<Socket> CallAsync()
    {
        var caller = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await caller.ConnectAsync(proxy.Address, Cancel);
        return caller;
    }

    static async Task<byte[]> ReadAsync(Socket socket, int count)
    {
        var bytes = new byte[count];
        var read = 0;
        while (read < count && await socket.ReceiveAsync(bytes.AsMemory(read), Cancel).AsTask().WaitAsync(Patience, Cancel) is var some and > 0)
            read += some;
        return bytes[..read];
    }
}
