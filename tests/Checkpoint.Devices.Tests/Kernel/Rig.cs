namespace Checkpoint.Devices.Kernel;

/// <summary>The devices that the rig's guest has (tests/rig/guest/devices.sh). Anywhere else, their tests are not run.</summary>
static class Rig
{
    /// <summary>How long to wait for what should come soon: a busy host leaves an emulated machine little.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Device file of the GPIO chip.</summary>
    public static string Gpio => Require("CHECKPOINT_RIG_GPIO");

    /// <summary>Folder in which each line of that chip has a value and a pull.</summary>
    public static string Lines => Require("CHECKPOINT_RIG_LINES");

    /// <summary>Device file of the bus with a thermometer.</summary>
    public static string I2c => Require("CHECKPOINT_RIG_I2C");

    /// <summary>Folder with the parameters of that thermometer.</summary>
    public static string Thermometer => Require("CHECKPOINT_RIG_THERMOMETER");

    /// <summary>Name of the sound card whose second device hears what is played on its first.</summary>
    public static string Sound => Require("CHECKPOINT_RIG_SOUND");

    /// <summary>Device file of the serial line at whose other end a scanner is.</summary>
    public static string Serial => Require("CHECKPOINT_RIG_SERIAL");

    /// <summary>What the guest says in its environment; a test that asks is not run elsewhere.</summary>
    public static string Require(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(value is null, "not run: only in the kernel rig, by ./test --kernel");
        return value!;
    }
}
