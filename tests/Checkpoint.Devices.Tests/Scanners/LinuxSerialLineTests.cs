using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Scanners;

/// <summary>Against the kernel's own terminals: a pseudo-terminal is a line whose other end is here.</summary>
public sealed class LinuxSerialLineTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_byte_comes_through_as_it_was_sent()
    {
        using var terminal = new PseudoTerminal();
        using var line = LinuxSerialLine.Open(terminal.Path, 9600);
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        terminal.Send(bytes);
        var received = await ReadAsync(line, bytes.Length);
        await line.WriteAsync(bytes, Cancel);

        received.ShouldBe(bytes);
        terminal.Receive(bytes.Length).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_silent_line_is_waited_for_only_so_long()
    {
        using var terminal = new PseudoTerminal();
        using var line = LinuxSerialLine.Open(terminal.Path, 115200);

        (await line.ReadAsync(new byte[8], Instant, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_whose_other_end_is_closed_is_gone_and_not_silent()
    {
        using var terminal = new PseudoTerminal();
        using var line = LinuxSerialLine.Open(terminal.Path, 9600);

        terminal.Dispose();

        await Should.ThrowAsync<IOException>(() => line.ReadAsync(new byte[8], Patience, Cancel).AsTask());
        await Should.ThrowAsync<IOException>(() => line.WriteAsync(new byte[8], Cancel).AsTask());
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var terminal = new PseudoTerminal();
        using var line = LinuxSerialLine.Open(terminal.Path, 9600);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var reading = line.ReadAsync(new byte[8], Patience, end.Token).AsTask();
        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_scanner_is_read_through_the_kernel()
    {
        using var terminal = new PseudoTerminal();
        using var line = LinuxSerialLine.Open(terminal.Path, 9600);
        var scanner = new Gm65Scanner(line, TimeProvider.System, "\r"u8.ToArray());
        terminal.Send("GP1:THROUGH-THE-KERNEL\r"u8.ToArray());

        await foreach (var code in scanner.WatchAsync(Cancel))
        {
            code.Bytes.ToArray().ShouldBe("GP1:THROUGH-THE-KERNEL"u8.ToArray());
            break;
        }

        terminal.Receive(Gm65Command.Heartbeat.Length).ShouldBe(Gm65Command.Heartbeat);
    }

    [Theory]
    [InlineData("/dev/tty-no-such-line")]
    [InlineData("/dev/null")]
    public void A_line_that_is_none_is_named(string path)
    {
        Should.Throw<IOException>(() => LinuxSerialLine.Open(path, 9600)).Message.ShouldStartWith(path);
    }

    [Fact]
    public void A_speed_that_no_scanner_has_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => LinuxSerialLine.Open("/dev/null", 300));
    }

    [Fact]
    public unsafe void The_layout_is_that_of_the_64_bit_library()
    {
        sizeof(SerialTty.Settings).ShouldBe(60);
    }

    static async Task<byte[]> ReadAsync(LinuxSerialLine line, int count)
    {
        var received = new List<byte>();
        var buffer = new byte[64];
        while (received.Count < count && await line.ReadAsync(buffer, Patience, Cancel) is var got and > 0)
            received.AddRange(buffer[..got]);
        return [.. received];
    }
}
