namespace Checkpoint.Devices;

/// <summary>The luminance (Y) plane of one picture: 8 bits a pixel, rows from top to bottom.</summary>
/// <param name="Pixels">At least <c>(Height − 1) × Stride + Width</c> bytes.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Stride">Bytes from one row's start to the next's, at least <paramref name="Width"/>.</param>
public readonly record struct GreyFrame(ReadOnlyMemory<byte> Pixels, int Width, int Height, int Stride);
