using System.Runtime.InteropServices;
using Checkpoint.Devices.Native;
using Microsoft.Win32.SafeHandles;

namespace Checkpoint.Devices.Kernel;

/// <summary>Asks the driver vivid for faults.</summary>
static partial class VividControl
{
    const nuint SetControl = 0xC008561C; // VIDIOC_S_CTRL

    public static void Ask(VividFault fault, int value = 1)
    {
        using var device = DeviceWait.Open(RigCameras.Vivid, isWritten: true, "video");
        var control = new Control { Id = (uint)fault, Value = value };
        Set(device, SetControl, ref control).ShouldBe(0, fault.ToString());
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(SafeFileHandle device, nuint request, ref Control control);

    /// <summary>struct v4l2_control.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct Control
    {
        public uint Id;
        public int Value;
    }
}
