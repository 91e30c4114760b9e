namespace Checkpoint.Devices.Kernel;

/// <summary>What can be done to the driver vivid: its controls (drivers/media/test-drivers/vivid/vivid-ctrls.c).</summary>
enum VividFault
{
    /// <summary>How many of a hundred frames are lost.</summary>
    Lost = 0x00F0_F040,

    /// <summary>The device goes away; it comes back when nobody has it open.</summary>
    Unplugged,

    /// <summary>The next picture is called damaged.</summary>
    Damaged,

    /// <summary>The next stream does not start.</summary>
    NotStarting = 0x00F0_F045,

    /// <summary>The stream breaks.</summary>
    Broken,
}
