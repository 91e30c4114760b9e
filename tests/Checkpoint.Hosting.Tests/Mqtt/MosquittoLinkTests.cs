namespace Checkpoint.Hosting.Mqtt;

public sealed class MosquittoLinkTests : MqttLinkContract
{
    protected override IMqttLink Create(MqttLinkOptions options) => new MosquittoLink(options, TimeProvider.System);
}
