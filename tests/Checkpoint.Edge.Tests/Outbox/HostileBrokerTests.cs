using System.Net;
using Checkpoint.Testing;
using Checkpoint.Testing.Faults;
using Checkpoint.Wire;

namespace Checkpoint.Edge.Outbox;

public sealed class HostileBrokerTests : OutboxFixture
{
    [Fact]
    public async Task Noise_instead_of_a_broker_is_told_of_and_once_it_is_over_everything_is_delivered()
    {
        await using var line = FaultProxy.Open(IPAddress.Loopback, [Broker.Endpoint().Port], TimeProvider.System);
        line.Fault = LineFault.Garbage;
        Box.Write(3);

        await StartAsync(new("127.0.0.1", line.Address.Port, null, null));

        await Eventually.HoldsAsync(() => Box.Outbox.PeekAlarm() is { Kind: AlarmKind.BrokerHostile }, "an alarm waits", Cancel);
        Journal.Released.ShouldBe(0);
        line.Fault = LineFault.None;
        await ReleasedAsync(3);
        await Eventually.HoldsAsync(() => Hub.Alarms.Contains("broker-hostile", StringComparer.Ordinal), "the alarm has come", Cancel);
    }
}
