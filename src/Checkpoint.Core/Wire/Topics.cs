using Checkpoint.Bundles;
using Checkpoint.Journaling;

namespace Checkpoint.Wire;

/// <summary>
/// The topics of the wire contract. Identity comes first, so that one access rule fences every box and a box can move.
/// </summary>
public static class Topics
{
    const string Root = "checkpoint/v1";

    /// <summary>Hub online or offline, with the server's time. Retained.</summary>
    public const string HubState = Root + "/hub/st";

    /// <summary>What the hub subscribes to: everything that any box says.</summary>
    public const string AllUp = Root + "/d/+/up/#";

    /// <summary>What the hub subscribes to: the state of every box.</summary>
    public const string AllState = Root + "/d/+/st/#";

    /// <summary>Batches of records, QoS 1.</summary>
    public static string Records(DeviceId device) => $"{Root}/d/{device}/up/rec";

    /// <summary>Alarms, QoS 1.</summary>
    public static string Event(DeviceId device) => $"{Root}/d/{device}/up/event";

    /// <summary>Versions, epoch and boot. QoS 1, retained.</summary>
    public static string Birth(DeviceId device) => $"{Root}/d/{device}/st/birth";

    /// <summary>Online or offline; the will uses the same topic. QoS 1, retained.</summary>
    public static string Connection(DeviceId device) => $"{Root}/d/{device}/st/conn";

    /// <summary>Outbox depth, clock, memory and the like, every minute. QoS 0, retained.</summary>
    public static string Health(DeviceId device) => $"{Root}/d/{device}/st/health";

    /// <summary>The hub's watermark, after its commit. QoS 1.</summary>
    public static string Ack(DeviceId device) => $"{Root}/d/{device}/dn/ack";

    /// <summary>What a box subscribes to: signed bundles of every kind. QoS 1, retained.</summary>
    public static string AllBundles(DeviceId device) => $"{Root}/d/{device}/dn/bundle/+";

    /// <summary>Signed bundles of one kind, for one box. QoS 1, retained.</summary>
    public static string Bundle(DeviceId device, BundleKind kind) => $"{Root}/d/{device}/dn/bundle/{WireName<BundleKind>.Of(kind)}";

    /// <summary>Reads the topic of a bundle for a box.</summary>
    /// <returns>False if it is another topic.</returns>
    public static bool TryReadBundle(string topic, DeviceId device, out BundleKind kind)
    {
        var start = $"{Root}/d/{device}/dn/bundle/";
        kind = BundleKind.None;
        return topic.StartsWith(start, StringComparison.Ordinal) && WireName<BundleKind>.TryParse(topic[start.Length..], out kind) && kind != BundleKind.None;
    }

    /// <summary>Reads a topic that a box publishes to.</summary>
    /// <param name="topic">A topic as the broker delivered it.</param>
    /// <param name="device">The box, from the topic.</param>
    /// <param name="channel">What follows the box, such as <c>up/rec</c>.</param>
    public static bool TryReadDevice(string topic, out DeviceId device, out string channel)
    {
        var parts = topic.Split('/', 5);
        var good = parts is ["checkpoint", "v1", "d", _, _] && DeviceId.TryParse(parts[3], out _);
        device = good ? DeviceId.Parse(parts[3]) : default;
        channel = good ? parts[4] : "";
        return good;
    }
}
