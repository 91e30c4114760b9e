namespace Checkpoint.Hosting.Mqtt;

public sealed class BrokerEndpointTests
{
    [Theory]
    [InlineData("mqtt://broker", "broker", 1883, null, null)]
    [InlineData("mqtt://broker:1884/", "broker", 1884, null, null)]
    [InlineData("mqtt://gate@10.0.0.1", "10.0.0.1", 1883, "gate", null)]
    [InlineData("mqtt://gate:p%40ss:word@broker", "broker", 1883, "gate", "p@ss:word")]
    [InlineData("mqtt://[::1]:1885", "::1", 1885, null, null)]
    public void A_broker_is_written_as_a_url(string text, string host, int port, string? user, string? password)
    {
        BrokerEndpoint.TryParse(text, out var endpoint).ShouldBeTrue();

        endpoint.ShouldBe(new(host, port, user, password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("broker:1883")]
    [InlineData("mqtts://broker")]
    [InlineData("mqtt://")]
    [InlineData("mqtt://broker/path")]
    [InlineData("mqtt://broker:70000")]
    public void Anything_else_is_not_a_broker(string? text) => BrokerEndpoint.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_password_stays_out_of_logs() => new BrokerEndpoint("broker", 1883, "gate", "secret").ToString().ShouldBe("broker:1883");
}
