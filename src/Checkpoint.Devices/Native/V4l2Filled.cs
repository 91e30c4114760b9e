namespace Checkpoint.Devices.Native;

/// <summary>A buffer that the driver has filled.</summary>
/// <param name="Index">Which one.</param>
/// <param name="Bytes">How many bytes of it.</param>
/// <param name="Number">The driver's count of its frames, with those that it had no buffer for.</param>
/// <param name="IsBroken">Whether the driver says that its picture is damaged (V4L2_BUF_FLAG_ERROR).</param>
readonly record struct V4l2Filled(int Index, int Bytes, uint Number, bool IsBroken);
