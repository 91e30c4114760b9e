namespace Checkpoint.Devices.Kernel.Gate;

/// <summary>What the rig has for a whole gate, beside its devices (tests/rig/guest/gate.sh). Anywhere else it is not run.</summary>
static class GateRig
{
    /// <summary>The broker on the host.</summary>
    public static string Broker => Rig.Require("CHECKPOINT_RIG_BROKER");

    /// <summary>The hub on the host.</summary>
    public static Uri Hub => new(Rig.Require("CHECKPOINT_RIG_HUB"));

    /// <summary>A box that this hub knows.</summary>
    public static string Box => Rig.Require("CHECKPOINT_RIG_BOX");

    /// <summary>Folder shared with the host: logs, and <see cref="SeenByScanner"/>.</summary>
    public static string Shared => Rig.Require("CHECKPOINT_RIG_SHARED");

    /// <summary>File whose text the scanner at the other end of <see cref="Rig.Serial"/> sees; it takes the file away.</summary>
    public static string SeenByScanner => Path.Combine(Shared, "seen");
}
