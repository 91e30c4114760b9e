using System.Net.Sockets;
using System.Text;
using Checkpoint.Hosting.Systemd;
using Checkpoint.Hub.Ingest;
using Checkpoint.Testing;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkpoint.Hub.Operations;

public sealed class SystemdReporterTests : IDisposable
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    readonly TempFolder folder = new();
    readonly Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    readonly ManualClock clock = new(DateTimeOffset.UnixEpoch);
    readonly ApplicationLifetime lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    readonly IngestPulse state;
    readonly SystemdNotifier systemd;

    public SystemdReporterTests()
    {
        state = new(clock);
        socket.Bind(new UnixDomainSocketEndPoint(folder["notify"]));
        systemd = new(name => name switch
        {
            "NOTIFY_SOCKET" => folder["notify"],
            "WATCHDOG_USEC" => "20000000",
            _ => null,
        }, processId: 1);
    }

    public void Dispose()
    {
        systemd.Dispose();
        socket.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_watchdog_is_fed_only_while_the_loop_turns()
    {
        using var reporter = new SystemdReporter(systemd, HubHealth.Of(state), state, lifetime, clock);
        await reporter.StartAsync(Cancel);
        var turning = new[] { await NextAsync(), await NextAsync() };

        clock.Advance(TimeSpan.FromSeconds(10));
        var still = new[] { await NextAsync(), await NextAsync() };
        clock.Advance(TimeSpan.FromSeconds(10));
        var stuck = await NextAsync();
        lifetime.StopApplication();
        var last = await NextAsync();
        await reporter.StopAsync(Cancel);

        turning[1].ShouldBe("WATCHDOG=1");
        still[1].ShouldBe("WATCHDOG=1");
        stuck.ShouldContain("Has not turned for 15 s");
        last.ShouldBe("STOPPING=1");
    }

    [Fact]
    public async Task Systemd_is_told_when_the_program_has_started()
    {
        using var reporter = new SystemdReporter(systemd, HubHealth.Of(state), state, lifetime, clock);
        await reporter.StartAsync(Cancel);
        var status = await NextAsync();
        await NextAsync();

        lifetime.NotifyStarted();

        status.ShouldStartWith("STATUS=ledger: Written.; ingest: Turning.; broker: Not connected");
        (await NextAsync()).ShouldBe("READY=1");
        await reporter.StopAsync(Cancel);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task<string> NextAsync()
    {
        var bytes = new byte[1024];
        var count = await socket.ReceiveAsync(bytes, Cancel).AsTask().WaitAsync(Deadline, TimeProvider.System, Cancel);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }
}
