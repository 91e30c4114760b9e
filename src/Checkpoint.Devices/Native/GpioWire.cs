namespace Checkpoint.Devices.Native;

/// <summary>A line of a GPIO chip, and how it is used.</summary>
/// <param name="Offset">Its number on the chip.</param>
/// <param name="Flags">How it is used.</param>
readonly record struct GpioWire(int Offset, GpioFlags Flags);
