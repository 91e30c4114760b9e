using System.ComponentModel.DataAnnotations;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Mqtt;

namespace Checkpoint.Hub.Configuration;

/// <summary>Section <c>Mqtt</c>: the broker.</summary>
sealed class MqttOptions
{
    /// <summary>Where it is and who the hub is there: <c>mqtt://[user[:password]@]host[:port]</c>. Required, no default.</summary>
    [Required, BrokerUrl, Secret]
    public string Broker { get; set; } = "";

    /// <summary>Name of the hub's session at the broker, its own for each hub; 1 … 64 letters, digits, '-', '_' and '.'. Default checkpoint-hub.</summary>
    [RegularExpression("[A-Za-z0-9._-]{1,64}")]
    public string ClientId { get; set; } = "checkpoint-hub";

    /// <summary>How long the broker keeps messages for a hub that is away; 1 minute … 365 days. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan SessionExpiry { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The broker, or null if <see cref="Broker"/> is not one.</summary>
    public BrokerEndpoint? Endpoint => BrokerEndpoint.TryParse(Broker, out var endpoint) ? endpoint : null;
}
