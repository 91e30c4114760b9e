using System.Net;
using System.Net.Sockets;
using Checkpoint.Hosting.Mqtt.Native;

namespace Checkpoint.Hosting.Mqtt;

public sealed class WakeupTests
{
    [Fact]
    public void Every_one_of_many_can_be_woken()
    {
        using var idle = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var socket = (int)idle.Client.Handle;

        for (var i = 0; i < 2000; i++)
        {
            using var wakeup = new Wakeup();
            wakeup.Wake();
            wakeup.Wake();
            Span<Watch> watched = [new(socket, ToRead: true, ToWrite: false)];
            wakeup.Wait(watched, TimeSpan.FromMinutes(1));
            watched[0].CanRead.ShouldBeFalse();
        }
    }
}
