using System.Globalization;

namespace Checkpoint.Devices.Kernel;

/// <summary>What the simulated MLX90614 measures, and what is wrong with its bus (tests/rig/modules/i2c-mlxsim.c).</summary>
static class ThermometerParameter
{
    /// <summary>The object, in fiftieths of a kelvin.</summary>
    public static int Object { set => Write("object", value); }

    /// <summary>The sensor itself, in fiftieths of a kelvin.</summary>
    public static int Die { set => Write("die", value); }

    /// <summary>What goes wrong.</summary>
    public static BusFault Fault { set => Write("fault", (int)value); }

    /// <summary>Whether the controller takes whole messages, or only says that it knows SMBus, so that the kernel checks the codes.</summary>
    public static bool IsWhole { set => Write("whole", value ? 1 : 0); }

    static void Write(string name, int value) =>
        File.WriteAllText(Path.Combine(Rig.Thermometer, name), value.ToString(CultureInfo.InvariantCulture));
}
