using Checkpoint.Devices.Connected;

namespace Checkpoint.Edge.Operations.DeviceParts;

/// <summary>Says what is connected to this machine.</summary>
static class PartList
{
    /// <summary>Writes a line for each: its device file, what it is, and the key that could name it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="root">Where <c>dev</c> and <c>sys</c> are.</param>
    /// <returns>0 if there is anything, 1 if there is nothing.</returns>
    public static int Write(TextWriter output, string root = "/")
    {
        var found = FoundDevices.Find(root);
        foreach (var device in found)
            output.WriteLine($"{device.Path}  {device.What}  ({device.Key})");
        if (found.Count == 0)
            output.WriteLine("没有找到设备：接好线，并在 raspi-config 中打开 I2C Nothing is connected: check the wires, and switch I2C on in raspi-config");
        return found.Count == 0 ? 1 : 0;
    }
}
