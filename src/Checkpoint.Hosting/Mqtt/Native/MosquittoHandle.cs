using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Hosting.Mqtt.Native;

/// <summary>Owns one <c>struct mosquitto</c>. Destroying it closes the socket without a DISCONNECT, so the will is said.</summary>
sealed class MosquittoHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Mosquitto.Destroy(handle);
        return true;
    }
}
