namespace Checkpoint.Devices.Native;

/// <summary>A format as a driver says it, unchecked.</summary>
/// <param name="Pixels">Four characters that name how its pixels lie, the first lowest.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="RowBytes">Bytes from one row's start to the next's; 0 where it says nothing.</param>
readonly record struct V4l2Format(uint Pixels, uint Width, uint Height, uint RowBytes);
