namespace Checkpoint.Devices.Kernel;

/// <summary>The cameras that the rig's guest has (tests/rig/guest/cameras.sh). Anywhere else, their tests are not run.</summary>
static class RigCameras
{
    /// <summary>Device file of a camera that shows what is written to it (v4l2loopback).</summary>
    public static string Loopback => Require("CHECKPOINT_RIG_LOOPBACK");

    /// <summary>Device file of a camera whose faults can be asked for (vivid).</summary>
    public static string Vivid => Require("CHECKPOINT_RIG_VIVID");

    static string Require(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(value is null, "not run: only in the kernel rig, by ./test --kernel");
        return value!;
    }
}
