namespace Checkpoint.Devices.Cameras;

/// <summary>What a camera is asked for; one of the kernel's may give something else.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Stall">A stream that gives nothing for so long is broken.</param>
public sealed record CameraWish(int Width, int Height, int FramesPerSecond, TimeSpan Stall);
