using System.ComponentModel.DataAnnotations;
using Checkpoint.Hosting.Configuration;
using Checkpoint.Hosting.Mqtt;

namespace Checkpoint.Edge.Configuration;

/// <summary>Configuration section <c>Mqtt</c>: the broker that leads to the hub.</summary>
sealed class MqttOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Mqtt";

    /// <summary>Where and as whom: <c>mqtt://[user[:password]@]host[:port]</c>. Default mqtt://127.0.0.1:1883.</summary>
    [Required]
    [Secret]
    [BrokerUrl]
    public string Broker { get; set; } = "mqtt://127.0.0.1:1883";

    /// <summary>How long the broker keeps the session of a box that is away. Default 1 h; 1 min … 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan SessionExpiry { get; set; } = TimeSpan.FromHours(1);
}
