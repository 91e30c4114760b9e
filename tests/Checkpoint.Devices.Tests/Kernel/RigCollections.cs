namespace Checkpoint.Devices.Kernel;

/// <summary>Devices of which the rig has one each: their tests wait for each other.</summary>
static class RigCollections
{
    public const string Loopback = "the rig's loopback camera";
    public const string Vivid = "the rig's vivid camera";
    public const string Gadget = "the rig's virtual port";
}
