namespace Checkpoint.Devices.Native;

/// <summary>How a line of a GPIO chip is used (linux/gpio.h, enum gpio_v2_line_flag); only what we ask for.</summary>
[Flags]
enum GpioFlags : ulong
{
    /// <summary>As it is.</summary>
    None = 0,

    /// <summary>Active is low (ACTIVE_LOW): the kernel turns values and edges round.</summary>
    ActiveLow = 0x2,

    /// <summary>INPUT.</summary>
    Input = 0x4,

    /// <summary>OUTPUT.</summary>
    Output = 0x8,

    /// <summary>Tells when it becomes active (EDGE_RISING).</summary>
    RisingEdge = 0x10,

    /// <summary>Tells when it becomes inactive (EDGE_FALLING).</summary>
    FallingEdge = 0x20,

    /// <summary>Tells of both.</summary>
    BothEdges = RisingEdge | FallingEdge,

    /// <summary>Only ever pulled low (OPEN_DRAIN).</summary>
    OpenDrain = 0x40,

    /// <summary>Only ever pulled high (OPEN_SOURCE).</summary>
    OpenSource = 0x80,

    /// <summary>BIAS_PULL_UP.</summary>
    PullUp = 0x100,

    /// <summary>BIAS_PULL_DOWN.</summary>
    PullDown = 0x200,

    /// <summary>BIAS_DISABLED.</summary>
    NoPull = 0x400,
}
