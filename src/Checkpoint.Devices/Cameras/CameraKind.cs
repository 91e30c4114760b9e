namespace Checkpoint.Devices.Cameras;

/// <summary>How a camera is reached.</summary>
public enum CameraKind
{
    /// <summary>Through the kernel's Video4Linux: USB cameras.</summary>
    V4l2,

    /// <summary>Through libcamera's <c>rpicam-vid</c>: a Raspberry Pi's own camera.</summary>
    Rpicam,

    /// <summary>Through ffmpeg: a camera on the network, or a film.</summary>
    Ffmpeg,

    /// <summary>There is none: codes are read by scanners.</summary>
    None,
}
