using System.Text;

namespace Checkpoint.Hosting.Mqtt;

static class LinkTestExtensions
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>The next event, which must be of this kind.</summary>
    public static async Task<T> NextAsync<T>(this IMqttLink link, CancellationToken cancel)
        where T : MqttEvent =>
        (await link.NextAsync(cancel)).ShouldBeOfType<T>();

    /// <summary>The next event, whatever it is.</summary>
    public static Task<MqttEvent> NextAsync(this IMqttLink link, CancellationToken cancel) =>
        link.Events.ReadAsync(cancel).AsTask().WaitAsync(Deadline, cancel);

    /// <summary>Connects, and waits until it has.</summary>
    public static async Task<MqttEvent.Connected> ConnectedAsync(this IMqttLink link, CancellationToken cancel)
    {
        link.Connect();
        return await link.NextAsync<MqttEvent.Connected>(cancel);
    }

    /// <summary>Publishes, and waits for the broker's answer.</summary>
    public static async Task<bool> AcceptedAsync(this IMqttLink link, MqttMessage message, CancellationToken cancel)
    {
        var id = link.Publish(message).ShouldNotBeNull();
        var answer = await link.NextAsync<MqttEvent.Published>(cancel);
        answer.MessageId.ShouldBe(id);
        return answer.Accepted;
    }

    /// <summary>Says good-bye, and waits until the link is down.</summary>
    public static async Task<MqttEvent.Disconnected> LeftAsync(this IMqttLink link, MqttMessage? last, CancellationToken cancel)
    {
        link.Disconnect(last);
        return await link.NextAsync<MqttEvent.Disconnected>(cancel);
    }

    public static string Text(this MqttMessage message) => Encoding.UTF8.GetString(message.Payload.Span);
}
