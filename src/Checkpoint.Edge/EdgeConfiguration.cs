using Checkpoint.Devices;
using Checkpoint.Edge.Options;

namespace Checkpoint.Edge;

/// <summary>Everything that is configured, checked.</summary>
/// <param name="Device">Which box this is.</param>
/// <param name="Journal">Where entries are written.</param>
/// <param name="Mqtt">The broker.</param>
/// <param name="Passes">Whose passes are trusted.</param>
/// <param name="Policy">The rules.</param>
/// <param name="Devices">What is connected.</param>
/// <param name="Web">Where the box answers.</param>
sealed record EdgeConfiguration(
    IdentityOptions Device,
    JournalOptions Journal,
    MqttOptions Mqtt,
    PassOptions Passes,
    PolicyOptions Policy,
    DeviceOptions Devices,
    WebOptions Web);
