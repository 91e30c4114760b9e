namespace Checkpoint.Devices.Native;

/// <summary>What a wait for a device ended with.</summary>
enum DeviceReadiness
{
    /// <summary>Nothing came in time.</summary>
    Silent,

    /// <summary>Something is there to be read.</summary>
    Ready,

    /// <summary>The device is gone or broken; its next call says which.</summary>
    Broken,
}
