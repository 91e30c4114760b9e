using System.Net.Sockets;
using System.Text;
using Checkpoint.Testing;

namespace Checkpoint.Hosting.Systemd;

public sealed class SystemdNotifierTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly Socket systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 5000 };

    public void Dispose()
    {
        systemd.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_state_is_one_datagram()
    {
        systemd.Bind(new UnixDomainSocketEndPoint(folder["notify"]));
        using var notifier = Notifier(("NOTIFY_SOCKET", folder["notify"]));

        notifier.Ready();
        notifier.Status("12 passages today\n3 waiting");
        notifier.Watchdog();
        notifier.Stopping();

        Enumerable.Range(0, 4).Select(_ => Receive())
            .ShouldBe(["READY=1", "STATUS=12 passages today 3 waiting", "WATCHDOG=1", "STOPPING=1"]);
    }

    [Fact]
    public void An_abstract_name_begins_with_an_at_sign()
    {
        var name = $"checkpoint-test-{Guid.NewGuid():N}";
        systemd.Bind(new UnixDomainSocketEndPoint($"\0{name}"));
        using var notifier = Notifier(("NOTIFY_SOCKET", $"@{name}"));

        notifier.Ready();

        Receive().ShouldBe("READY=1");
    }

    [Fact]
    public void Without_systemd_nothing_happens()
    {
        using var notifier = Notifier();

        Should.NotThrow(notifier.Ready);
        notifier.WatchdogInterval.ShouldBeNull();
    }

    [Fact]
    public void A_socket_that_has_gone_is_no_error()
    {
        using var notifier = Notifier(("NOTIFY_SOCKET", folder["gone"]));

        Should.NotThrow(notifier.Watchdog);
    }

    [Theory]
    [InlineData("30000000", null, 15.0)]
    [InlineData("30000000", "42", 15.0)]
    [InlineData("30000000", "43", null)]
    [InlineData("0", null, null)]
    [InlineData("-1", null, null)]
    [InlineData("soon", null, null)]
    [InlineData(null, "42", null)]
    public void The_watchdog_is_fed_twice_as_often_as_it_asks(string? microseconds, string? pid, double? seconds)
    {
        using var notifier = Notifier(("WATCHDOG_USEC", microseconds), ("WATCHDOG_PID", pid));

        notifier.WatchdogInterval.ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
    }

    static SystemdNotifier Notifier(params (string Name, string? Value)[] variables) =>
        new(name => Array.Find(variables, v => string.Equals(v.Name, name, StringComparison.Ordinal)).Value, processId: 42);

    string Receive()
    {
        var buffer = new byte[1024];
        return Encoding.UTF8.GetString(buffer, 0, systemd.Receive(buffer));
    }
}
