namespace Checkpoint.Devices.Kernel;

/// <summary>What the rig's guest has to make scanners of (tests/rig/guest/scanners.sh). Anywhere else, their tests are not run.</summary>
static class RigScanners
{
    /// <summary>Device file through which a program is a USB keyboard (uhid).</summary>
    public static string Keyboards => Require("CHECKPOINT_RIG_UHID");

    /// <summary>Folder of a USB device that is a virtual port, plugged into this very machine (configfs).</summary>
    public static string Gadget => Require("CHECKPOINT_RIG_GADGET");

    static string Require(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(value is null, "not run: only in the kernel rig, by ./test --kernel");
        return value!;
    }
}
