using System.Globalization;
using Checkpoint.Hosting.Mqtt;

namespace Checkpoint.Hosting.Checks;

/// <summary>Whether the broker lets the program in.</summary>
public static class BrokerCheck
{
    /// <summary>How long the broker may take.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Signs in once, under a session of its own, and leaves again.</summary>
    /// <param name="endpoint">The broker.</param>
    /// <param name="clientId">The program's session; <c>-check</c> is added, so that a running program is not thrown out.</param>
    /// <param name="clock">What the patience runs on.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<CheckLine> RunAsync(BrokerEndpoint endpoint, string clientId, TimeProvider clock, CancellationToken cancel)
    {
        const string name = "broker";
        using var link = new MosquittoLink(new(endpoint, $"{clientId}-check", TimeSpan.Zero, Subscriptions: [], Will: null), clock);
        link.Connect();
        try
        {
            switch (await link.Events.ReadAsync(cancel).AsTask().WaitAsync(Patience, clock, cancel))
            {
                case MqttEvent.Connected connected:
                    link.Disconnect(last: null);
                    return new(name, true, string.Create(CultureInfo.InvariantCulture, $"{endpoint} accepts, MQTT version {connected.ProtocolVersion}"));
                case MqttEvent.Disconnected refused:
                    return new(name, false, $"{endpoint}: {refused.Reason}. Is it running, and are user and password in Mqtt:Broker right?");
                default:
                    return new(name, false, $"{endpoint} answers strangely. Is that an MQTT broker?");
            }
        }
        catch (TimeoutException)
        {
            return new(name, false, $"{endpoint} does not answer. Is a firewall between?");
        }
    }
}
