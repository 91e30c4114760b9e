using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>What libmosquitto calls, always from within <see cref="MosquittoClient.Step"/>. An exception here ends the process.</summary>
static unsafe class MosquittoCallbacks
{
    const int SessionPresentFlag = 1;
    const int FirstFailure = 0x80;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Connected(nint client, nint state, int reason, int flags, nint properties)
    {
        // What stands here holds where the property is left out (MQTT 5, 3.2.2.3), and in 3.1.1.
        var receiveMaximum = ushort.MaxValue;
        byte qos = 2;
        var packetSize = uint.MaxValue;
        _ = Mosquitto.ReadProperty(properties, Mosquitto.PropertyReceiveMaximum, ref receiveMaximum, skipFirst: false);
        _ = Mosquitto.ReadProperty(properties, Mosquitto.PropertyMaximumQos, ref qos, skipFirst: false);
        _ = Mosquitto.ReadProperty(properties, Mosquitto.PropertyMaximumPacketSize, ref packetSize, skipFirst: false);
        Client(state).Connected(new(reason, (flags & SessionPresentFlag) != 0, receiveMaximum, qos, packetSize));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Disconnected(nint client, nint state, int reason, nint properties)
    {
        // Below 0x80 it is one of the library's own errors, which Step returns as well.
        if (reason >= FirstFailure)
            Client(state).Dismissed(reason);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Published(nint client, nint state, int id, int reason, nint properties) => Client(state).Published(id, reason);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Received(nint client, nint state, Mosquitto.Message* message, nint properties) =>
        Client(state).Received(new(
            Marshal.PtrToStringUTF8((nint)message->Topic) ?? "",
            new ReadOnlySpan<byte>(message->Payload, message->PayloadLength).ToArray(),
            message->Qos,
            message->Retain != 0));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Subscribed(nint client, nint state, int id, int count, int* reasons, nint properties) =>
        Client(state).Subscribed(new ReadOnlySpan<int>(reasons, count).ToArray());

    static MosquittoClient Client(nint state) => (MosquittoClient)GCHandle.FromIntPtr(state).Target!;
}
